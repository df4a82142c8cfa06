export const id = 616;
export const ids = [616];
export const modules = {

/***/ 5616:
/***/ ((module) => {

module.exports = eval("require")("../adapters/artifact-store/actions.js");


/***/ })

};
