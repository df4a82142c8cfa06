export const id = 2877;
export const ids = [2877];
export const modules = {

/***/ 72877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEffects: () => (/* binding */ createEffects)
});

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var digest = __webpack_require__(56129);
;// CONCATENATED MODULE: ./lib/github/branch-name.js

/** Longest branch name made here; GitHub takes 255 bytes, and a ref file's path needs room. */
const MAX_LENGTH = 120;
/**
 * A branch name that git and GitHub take, in ASCII: the same template and values always give the same name.
 * `{workflow}`, `{issue}` and `{run}` are filled in; without an issue, `{issue}` is the run's id, so that the branch is the run's own.
 */
function branchName(template, values) {
    const filled = template
        .replaceAll("{workflow}", values.workflow)
        .replaceAll("{issue}", values.issue === undefined ? values.runId : String(values.issue))
        .replaceAll("{run}", values.runId);
    return plainBranch(filled);
}
/** Rules of git-check-ref-format(1), and none of the characters a shell or a glob reads; what falls away is told apart by a short digest. */
function plainBranch(name) {
    const plain = name
        .replaceAll(/[^A-Za-z0-9._/-]+/g, "-")
        .replaceAll(/\.{2,}/g, ".")
        .split("/")
        .map((part) => part.replaceAll(/^[.-]+|[.-]+$/g, "").replace(/\.lock$/i, "-lock"))
        .filter((part) => part !== "")
        .join("/");
    const changed = plain !== name;
    const tail = changed ? `-${(0,digest/* sha256 */.s)(name).slice(0, 8)}` : "";
    const base = plain === "" || plain === "HEAD" || /^[0-9a-f]{40}$/.test(plain) ? "pawl" : plain;
    return `${base.slice(0, MAX_LENGTH - tail.length).replace(/[./-]+$/, "")}${tail}`;
}

// EXTERNAL MODULE: ./lib/github/authorship.js
var authorship = __webpack_require__(30106);
// EXTERNAL MODULE: ./lib/github/evidence.js
var github_evidence = __webpack_require__(43974);
// EXTERNAL MODULE: ./lib/github/inert-text.js
var inert_text = __webpack_require__(2711);
// EXTERNAL MODULE: ./lib/github/marker.js
var github_marker = __webpack_require__(35917);
// EXTERNAL MODULE: ./lib/github/once.js
var once = __webpack_require__(56210);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./lib/github/patch-policy.js


/**
 * Paths whose change could give the next run, the repository's CI or a reviewer's tools other orders than its owners gave: refused unless the
 * workflow's `permissions.protected_paths` names them.
 */
const PROTECTED_PATHS = [
    ".github/**",
    "**/CODEOWNERS",
    "**/action.yml",
    "**/action.yaml",
    "**/.gitattributes",
    "**/.gitmodules",
    "**/.git/**",
    "**/.claude/**",
    "**/CLAUDE.md",
    "**/CLAUDE.local.md",
    "**/AGENTS.md",
    "**/GEMINI.md",
    "**/.mcp.json",
    "**/.cursor/**",
    "**/.cursorrules",
    "**/.vscode/**",
    "**/.devcontainer/**",
    "**/.husky/**",
    "**/.npmrc",
    "**/.yarnrc*",
    "**/pawl.config.yml",
];
const LOCKFILES = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|composer\.lock|go\.sum)$/;
/**
 * Refuses a patch that may not be published (G8). Throws PawlError, kind policy: `effect.too_large`, `effect.protected_path`,
 * `effect.unsafe_file`, `effect.secret_found`; each names the files.
 */
async function checkPatch(patch, content, policy) {
    const { files } = patch;
    if (files.length > policy.limits.files) {
        throw refused("effect.too_large", `The patch changes ${files.length} files; the limit is ${policy.limits.files}`, LARGER);
    }
    const granted = matcher(policy.permissions.protectedPaths ?? []);
    const isProtected = matcher([...PROTECTED_PATHS, ...policy.protectedPaths]);
    const hit = files.map(({ path }) => path).filter((path) => isProtected(path) && !granted(path));
    if (hit.length > 0) {
        throw refused("effect.protected_path", `The patch changes protected files: ${hit.slice(0, 10).join(", ")}`, "List them under `permissions: protected_paths:` of the workflow if it is meant to change them.", { paths: hit });
    }
    const unsafe = files.flatMap((file) => unsafeReason(file, granted));
    if (unsafe.length > 0) {
        throw refused("effect.unsafe_file", `The patch can't be published: ${unsafe.slice(0, 10).join("; ")}`, "Make them plain files.");
    }
    await checkContents(files, patch, content, policy);
}
const LARGER = "Split the work, or raise `limits` in .github/pawl.yml.";
function unsafeReason(file, granted) {
    const { path, oldMode, newMode } = file;
    if (/(?:^|\/)\.\.?(?:\/|$)|^\/|\\|\p{Cc}/u.test(path))
        return [`${JSON.stringify(path)} is no plain path`];
    if (newMode === "120000")
        return [`${path} is a symbolic link`];
    if (newMode === "160000")
        return [`${path} is a submodule`];
    if (newMode === "100755" && oldMode !== "100755" && !granted(path))
        return [`${path} becomes executable`];
    return [];
}
async function checkContents(files, patch, content, policy) {
    let bytes = 0;
    const added = addedLines(patch.text);
    for (const { path } of files) {
        const now = await content(path);
        if (now === null)
            continue;
        bytes += now.byteLength;
        if (bytes > policy.limits.bytes) {
            throw refused("effect.too_large", `The changed files hold more than ${policy.limits.bytes} bytes`, LARGER);
        }
        const text = Buffer.from(now).toString("utf8");
        if (text.startsWith("version https://git-lfs.github.com/spec/")) {
            throw refused("effect.unsafe_file", `${path} is a Git LFS pointer: its content would be fetched from elsewhere`, "Commit the file itself.");
        }
        if (isBinary(now))
            added.set(path, Buffer.from(now).toString("latin1"));
    }
    const leaking = [...added].filter(([, text]) => policy.redactor.redact(text) !== text).map(([path]) => path);
    if (leaking.length > 0) {
        throw refused("effect.secret_found", `The patch adds what looks like a secret in: ${leaking.slice(0, 10).join(", ")}`, "Take it out of the files; if it was real, revoke it.", { paths: leaking });
    }
    for (const [path, text] of added) {
        if (!LOCKFILES.test(path))
            continue;
        const strange = [...text.matchAll(/https?:\/\/([^/\s"']+)/g)]
            .map(([, host]) => host ?? "")
            .find((host) => !REGISTRY.test(host));
        if (strange !== undefined) {
            throw refused("effect.protected_path", `${path} would fetch packages from ${strange}`, "Check the lock file, then list it under `permissions: protected_paths:`.", { paths: [path] });
        }
    }
}
/** Where the ecosystems' own lock files point by default. */
const REGISTRY = /^(?:registry\.(?:npm|yarn)[a-z]*\.(?:org|com)|(?:static\.)?crates\.io|files\.pythonhosted\.org|pypi\.org|rubygems\.org|(?:api|codeload)\.github\.com|github\.com|(?:opencollective|tidelift|www\.patreon|ko-fi|paypal)\.(?:com|me)|.*\.(?:dev|io|com|org)\/funding)$/;
/** What each file gains, by path: the `+` lines of a unified diff. */
function addedLines(diff) {
    const added = new Map();
    let lines;
    for (const line of diff.split("\n")) {
        const header = /^\+\+\+ (?:"?b\/(.+?)"?|\/dev\/null)\t?$/.exec(line);
        if (line.startsWith("diff --git ")) {
            lines = undefined;
        }
        else if (header !== null && lines === undefined) {
            lines = [];
            if (header[1] !== undefined)
                added.set(header[1], lines);
        }
        else if (line.startsWith("+")) {
            lines?.push(line.slice(1));
        }
    }
    return new Map([...added].map(([path, found]) => [path, found.join("\n")]));
}
function isBinary(content) {
    return content.subarray(0, 8_000).includes(0);
}
function matcher(globs) {
    if (globs.length === 0)
        return () => false;
    // Case is ignored because some file systems do: `.GitHub/workflows` is `.github/workflows` there.
    return picomatch([...globs], { dot: true, nocase: true });
}
function refused(code, message, remedy, details = {}) {
    return new errors/* PawlError */.p({ code, kind: "policy", message, remedy, details });
}

;// CONCATENATED MODULE: ./node_modules/node-diff3/index.mjs



// Text diff algorithm following Hunt and McIlroy 1976.
// J. W. Hunt and M. D. McIlroy, An algorithm for differential buffer
// comparison, Bell Telephone Laboratories CSTR #41 (1976)
// http://www.cs.dartmouth.edu/~doug/
// https://en.wikipedia.org/wiki/Longest_common_subsequence_problem
//
// Expects two arrays, finds longest common sequence
function LCS(buffer1, buffer2) {

  let equivalenceClasses = {};
  for (let j = 0; j < buffer2.length; j++) {
    const item = buffer2[j];
    if (equivalenceClasses[item]) {
      equivalenceClasses[item].push(j);
    } else {
      equivalenceClasses[item] = [j];
    }
  }

  const NULLRESULT = { buffer1index: -1, buffer2index: -1, chain: null };
  let candidates = [NULLRESULT];

  for (let i = 0; i < buffer1.length; i++) {
    const item = buffer1[i];
    const buffer2indices = equivalenceClasses[item] || [];
    let r = 0;
    let c = candidates[0];

    for (let jx = 0; jx < buffer2indices.length; jx++) {
      const j = buffer2indices[jx];

      let s;
      for (s = r; s < candidates.length; s++) {
        if ((candidates[s].buffer2index < j) && ((s === candidates.length - 1) || (candidates[s + 1].buffer2index > j))) {
          break;
        }
      }

      if (s < candidates.length) {
        const newCandidate = { buffer1index: i, buffer2index: j, chain: candidates[s] };
        if (r === candidates.length) {
          candidates.push(c);
        } else {
          candidates[r] = c;
        }
        r = s + 1;
        c = newCandidate;
        if (r === candidates.length) {
          break; // no point in examining further (j)s
        }
      }
    }

    candidates[r] = c;
  }

  // At this point, we know the LCS: it's in the reverse of the
  // linked-list through .chain of candidates[candidates.length - 1].

  return candidates[candidates.length - 1];
}


// We apply the LCS to build a 'comm'-style picture of the
// differences between buffer1 and buffer2.
function diffComm(buffer1, buffer2) {
  const lcs = LCS(buffer1, buffer2);
  let result = [];
  let tail1 = buffer1.length;
  let tail2 = buffer2.length;
  let common = {common: []};

  function processCommon() {
    if (common.common.length) {
      common.common.reverse();
      result.push(common);
      common = {common: []};
    }
  }

  for (let candidate = lcs; candidate !== null; candidate = candidate.chain) {
    let different = {buffer1: [], buffer2: []};

    while (--tail1 > candidate.buffer1index) {
      different.buffer1.push(buffer1[tail1]);
    }

    while (--tail2 > candidate.buffer2index) {
      different.buffer2.push(buffer2[tail2]);
    }

    if (different.buffer1.length || different.buffer2.length) {
      processCommon();
      different.buffer1.reverse();
      different.buffer2.reverse();
      result.push(different);
    }

    if (tail1 >= 0) {
      common.common.push(buffer1[tail1]);
    }
  }

  processCommon();

  result.reverse();
  return result;
}


// We apply the LCS to give a simple representation of the
// offsets and lengths of mismatched chunks in the input
// buffers. This is used by diff3MergeRegions.
function diffIndices(buffer1, buffer2) {
  const lcs = LCS(buffer1, buffer2);
  let result = [];
  let tail1 = buffer1.length;
  let tail2 = buffer2.length;

  for (let candidate = lcs; candidate !== null; candidate = candidate.chain) {
    const mismatchLength1 = tail1 - candidate.buffer1index - 1;
    const mismatchLength2 = tail2 - candidate.buffer2index - 1;
    tail1 = candidate.buffer1index;
    tail2 = candidate.buffer2index;

    if (mismatchLength1 || mismatchLength2) {
      result.push({
        buffer1: [tail1 + 1, mismatchLength1],
        buffer1Content: buffer1.slice(tail1 + 1, tail1 + 1 + mismatchLength1),
        buffer2: [tail2 + 1, mismatchLength2],
        buffer2Content: buffer2.slice(tail2 + 1, tail2 + 1 + mismatchLength2)
      });
    }
  }

  result.reverse();
  return result;
}


// We apply the LCS to build a JSON representation of a
// diff(1)-style patch.
function diffPatch(buffer1, buffer2) {
  const lcs = LCS(buffer1, buffer2);
  let result = [];
  let tail1 = buffer1.length;
  let tail2 = buffer2.length;

  function chunkDescription(buffer, offset, length) {
    let chunk = [];
    for (let i = 0; i < length; i++) {
      chunk.push(buffer[offset + i]);
    }
    return {
      offset: offset,
      length: length,
      chunk: chunk
    };
  }

  for (let candidate = lcs; candidate !== null; candidate = candidate.chain) {
    const mismatchLength1 = tail1 - candidate.buffer1index - 1;
    const mismatchLength2 = tail2 - candidate.buffer2index - 1;
    tail1 = candidate.buffer1index;
    tail2 = candidate.buffer2index;

    if (mismatchLength1 || mismatchLength2) {
      result.push({
        buffer1: chunkDescription(buffer1, candidate.buffer1index + 1, mismatchLength1),
        buffer2: chunkDescription(buffer2, candidate.buffer2index + 1, mismatchLength2)
      });
    }
  }

  result.reverse();
  return result;
}


// Given three buffers, A, O, and B, where both A and B are
// independently derived from O, returns a fairly complicated
// internal representation of merge decisions it's taken. The
// interested reader may wish to consult
//
// Sanjeev Khanna, Keshav Kunal, and Benjamin C. Pierce.
// 'A Formal Investigation of ' In Arvind and Prasad,
// editors, Foundations of Software Technology and Theoretical
// Computer Science (FSTTCS), December 2007.
//
// (http://www.cis.upenn.edu/~bcpierce/papers/diff3-short.pdf)
//
function diff3MergeRegions(a, o, b) {

  // "hunks" are array subsets where `a` or `b` are different from `o`
  // https://www.gnu.org/software/diffutils/manual/html_node/diff3-Hunks.html
  let hunks = [];
  function addHunk(h, ab) {
    hunks.push({
      ab: ab,
      oStart: h.buffer1[0],
      oLength: h.buffer1[1],   // length of o to remove
      abStart: h.buffer2[0],
      abLength: h.buffer2[1]   // length of a/b to insert
      // abContent: (ab === 'a' ? a : b).slice(h.buffer2[0], h.buffer2[0] + h.buffer2[1])
    });
  }

  diffIndices(o, a).forEach(item => addHunk(item, 'a'));
  diffIndices(o, b).forEach(item => addHunk(item, 'b'));
  hunks.sort((x,y) => x.oStart - y.oStart);

  let results = [];
  let currOffset = 0;

  function advanceTo(endOffset) {
    if (endOffset > currOffset) {
      results.push({
        stable: true,
        buffer: 'o',
        bufferStart: currOffset,
        bufferLength: endOffset - currOffset,
        bufferContent: o.slice(currOffset, endOffset)
      });
      currOffset = endOffset;
    }
  }

  while (hunks.length) {
    let hunk = hunks.shift();
    let regionStart = hunk.oStart;
    let regionEnd = hunk.oStart + hunk.oLength;
    let regionHunks = [hunk];
    advanceTo(regionStart);

    // Try to pull next overlapping hunk into this region
    while (hunks.length) {
      const nextHunk = hunks[0];
      const nextHunkStart = nextHunk.oStart;
      if (nextHunkStart > regionEnd) break;   // no overlap

      regionEnd = Math.max(regionEnd, nextHunkStart + nextHunk.oLength);
      regionHunks.push(hunks.shift());
    }

    if (regionHunks.length === 1) {
      // Only one hunk touches this region, meaning that there is no conflict here.
      // Either `a` or `b` is inserting into a region of `o` unchanged by the other.
      if (hunk.abLength > 0) {
        const buffer = (hunk.ab === 'a' ? a : b);
        results.push({
          stable: true,
          buffer: hunk.ab,
          bufferStart: hunk.abStart,
          bufferLength: hunk.abLength,
          bufferContent: buffer.slice(hunk.abStart, hunk.abStart + hunk.abLength)
        });
      }
    } else {
      // A true a/b conflict. Determine the bounds involved from `a`, `o`, and `b`.
      // Effectively merge all the `a` hunks into one giant hunk, then do the
      // same for the `b` hunks; then, correct for skew in the regions of `o`
      // that each side changed, and report appropriate spans for the three sides.
      let bounds = {
        a: [a.length, -1, o.length, -1],
        b: [b.length, -1, o.length, -1]
      };
      while (regionHunks.length) {
        hunk = regionHunks.shift();
        const oStart = hunk.oStart;
        const oEnd = oStart + hunk.oLength;
        const abStart = hunk.abStart;
        const abEnd = abStart + hunk.abLength;
        let b = bounds[hunk.ab];
        b[0] = Math.min(abStart, b[0]);
        b[1] = Math.max(abEnd, b[1]);
        b[2] = Math.min(oStart, b[2]);
        b[3] = Math.max(oEnd, b[3]);
      }

      const aStart = bounds.a[0] + (regionStart - bounds.a[2]);
      const aEnd = bounds.a[1] + (regionEnd - bounds.a[3]);
      const bStart = bounds.b[0] + (regionStart - bounds.b[2]);
      const bEnd = bounds.b[1] + (regionEnd - bounds.b[3]);

      let result = {
        stable: false,
        aStart: aStart,
        aLength: aEnd - aStart,
        aContent: a.slice(aStart, aEnd),
        oStart: regionStart,
        oLength: regionEnd - regionStart,
        oContent: o.slice(regionStart, regionEnd),
        bStart: bStart,
        bLength: bEnd - bStart,
        bContent: b.slice(bStart, bEnd)
      };
      results.push(result);
    }
    currOffset = regionEnd;
  }

  advanceTo(o.length);

  return results;
}


// Applies the output of diff3MergeRegions to actually
// construct the merged buffer; the returned result alternates
// between 'ok' and 'conflict' blocks.
// A "false conflict" is where `a` and `b` both change the same from `o`
function diff3Merge(a, o, b, options) {
  let defaults = {
    excludeFalseConflicts: true,
    stringSeparator: /\s+/
  };
  options = Object.assign(defaults, options);

  if (typeof a === 'string') a = a.split(options.stringSeparator);
  if (typeof o === 'string') o = o.split(options.stringSeparator);
  if (typeof b === 'string') b = b.split(options.stringSeparator);

  let results = [];
  const regions = diff3MergeRegions(a, o, b);

  let okBuffer = [];
  function flushOk() {
    if (okBuffer.length) {
      results.push({ ok: okBuffer });
    }
    okBuffer = [];
  }

  function isFalseConflict(a, b) {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) {
      if (a[i] !== b[i]) return false;
    }
    return true;
  }

  regions.forEach(region =>  {
    if (region.stable) {
      okBuffer.push(...region.bufferContent);
    } else {
      if (options.excludeFalseConflicts && isFalseConflict(region.aContent, region.bContent)) {
        okBuffer.push(...region.aContent);
      } else {
        flushOk();
        results.push({
          conflict: {
            a: region.aContent,
            aIndex: region.aStart,
            o: region.oContent,
            oIndex: region.oStart,
            b: region.bContent,
            bIndex: region.bStart
          }
        });
      }
    }
  });

  flushOk();
  return results;
}


function mergeDiff3(a, o, b, options) {
  const defaults = {
    excludeFalseConflicts: true,
    stringSeparator: /\s+/,
    label: {}
  };
  options = Object.assign(defaults, options);

  const aSection = '<<<<<<<' + (options.label.a ? ` ${options.label.a}` : '');
  const oSection = '|||||||' + (options.label.o ? ` ${options.label.o}` : '');
  const xSection = '=======';
  const bSection = '>>>>>>>' + (options.label.b ? ` ${options.label.b}` : '');

  const regions = diff3Merge(a, o, b, options);
  let conflict = false;
  let result = [];

  regions.forEach(region => {
    if (region.ok) {
      result = result.concat(region.ok);
    } else if (region.conflict) {
      conflict = true;
      result = result.concat(
        [aSection],
        region.conflict.a,
        [oSection],
        region.conflict.o,
        [xSection],
        region.conflict.b,
        [bSection]
      );
    }
  });

  return {
    conflict: conflict,
    result: result
  };
}


function merge(a, o, b, options) {
  const defaults = {
    excludeFalseConflicts: true,
    stringSeparator: /\s+/,
    label: {}
  };
  options = Object.assign(defaults, options);

  const aSection = '<<<<<<<' + (options.label.a ? ` ${options.label.a}` : '');
  const xSection = '=======';
  const bSection = '>>>>>>>' + (options.label.b ? ` ${options.label.b}` : '');

  const regions = diff3Merge(a, o, b, options);
  let conflict = false;
  let result = [];

  regions.forEach(region => {
    if (region.ok) {
      result = result.concat(region.ok);
    } else if (region.conflict) {
      conflict = true;
      result = result.concat(
        [aSection],
        region.conflict.a,
        [xSection],
        region.conflict.b,
        [bSection]
      );
    }
  });

  return {
    conflict: conflict,
    result: result
  };
}


function mergeDigIn(a, o, b, options) {
  const defaults = {
    excludeFalseConflicts: true,
    stringSeparator: /\s+/,
    label: {}
  };
  options = Object.assign(defaults, options);

  const aSection = '<<<<<<<' + (options.label.a ? ` ${options.label.a}` : '');
  const xSection = '=======';
  const bSection = '>>>>>>>' + (options.label.b ? ` ${options.label.b}` : '');

  const regions = diff3Merge(a, o, b, options);
  let conflict = false;
  let result = [];

  regions.forEach(region => {
    if (region.ok) {
      result = result.concat(region.ok);
    } else {
      const c = diffComm(region.conflict.a, region.conflict.b);
      for (let j = 0; j < c.length; j++) {
        let inner = c[j];
        if (inner.common) {
          result = result.concat(inner.common);
        } else {
          conflict = true;
          result = result.concat(
            [aSection],
            inner.buffer1,
            [xSection],
            inner.buffer2,
            [bSection]
          );
        }
      }
    }
  });

  return {
    conflict: conflict,
    result: result
  };
}


// Applies a patch to a buffer.
// Given buffer1 and buffer2, `patch(buffer1, diffPatch(buffer1, buffer2))` should give buffer2.
function patch(buffer, patch) {
  let result = [];
  let currOffset = 0;

  function advanceTo(targetOffset) {
    while (currOffset < targetOffset) {
      result.push(buffer[currOffset]);
      currOffset++;
    }
  }

  for (let chunkIndex = 0; chunkIndex < patch.length; chunkIndex++) {
    let chunk = patch[chunkIndex];
    advanceTo(chunk.buffer1.offset);
    for (let itemIndex = 0; itemIndex < chunk.buffer2.chunk.length; itemIndex++) {
      result.push(chunk.buffer2.chunk[itemIndex]);
    }
    currOffset += chunk.buffer1.length;
  }

  advanceTo(buffer.length);
  return result;
}


// Takes the output of diffPatch(), and removes extra information from it.
// It can still be used by patch(), below, but can no longer be inverted.
function stripPatch(patch) {
  return patch.map(chunk => ({
    buffer1: { offset: chunk.buffer1.offset, length: chunk.buffer1.length },
    buffer2: { chunk: chunk.buffer2.chunk }
  }));
}


// Takes the output of diffPatch(), and inverts the sense of it, so that it
// can be applied to buffer2 to give buffer1 rather than the other way around.
function invertPatch(patch) {
  return patch.map(chunk => ({
    buffer1: chunk.buffer2,
    buffer2: chunk.buffer1
  }));
}

;// CONCATENATED MODULE: ./lib/github/publish.js





const TRAILER = "Pawl-Signature";
/**
 * Brings the work onto its branch (G7): base tip, plus the patch merged onto whatever the base became since; never forced. Commits carry a
 * signature in a trailer, so that a branch somebody else pushed to is told apart: that is `effect.conflict`, as is a merge with both sides in
 * `details`. The same work on the same branch makes no second commit.
 */
async function publishBranch(host, settings, intent, origin, branch, base, message) {
    const baseSha = await host.branch(base);
    const baseCommit = baseSha === undefined ? undefined : await host.commit(baseSha);
    if (baseCommit === undefined) {
        throw new errors/* PawlError */.p({
            code: "effect.conflict",
            kind: "permanent",
            message: `The base branch ${base} doesn't exist in ${host.owner}/${host.repo}`,
            remedy: "Set `base` of the pull_request step to a branch that exists.",
        });
    }
    const rebased = baseCommit.sha !== intent.baseCommit;
    const changes = rebased ? await mergeOnto(host, intent, baseCommit) : await readChanges(intent);
    const tree = await writeTree(host, baseCommit.tree, changes);
    if (tree === baseCommit.tree) {
        throw new errors/* PawlError */.p({
            code: "effect.no_change",
            kind: "permanent",
            message: `Nothing is left to publish: ${base} already holds these changes`,
        });
    }
    const about = { repo: `${host.owner}/${host.repo}`, branch };
    const headSha = await host.branch(branch);
    const head = headSha === undefined ? undefined : await host.commit(headSha);
    const parents = await parentsFor(host, settings.key, about, head, baseCommit, branch);
    if (head !== undefined && head.tree === tree && parents.length === 1 && parents[0] === head.sha) {
        return { headSha: head.sha, tree, baseSha: baseCommit.sha, rebased };
    }
    const signed = `${message.trimEnd()}\n\nPawl-Run: ${origin.runId}\n${TRAILER}: ${(0,github_marker/* sign */._S)(settings.key, "commit", { ...about, tree })}\n`;
    const commit = await host.createCommit({ message: signed, tree, parents });
    const moved = await moveBranch(host, settings.clock, origin.signal, branch, head?.sha, commit);
    return { headSha: moved, tree, baseSha: baseCommit.sha, rebased };
}
/** The message of a commit made for a model: no trailers, no `[skip ci]`, nothing hidden; the identity is the token's own. */
function commitMessage(written) {
    const [subject = "", ...rest] = (0,inert_text/* inertText */.UJ)(written, { allowedHosts: [] }).split("\n");
    const body = rest
        .filter((line) => !/^[A-Za-z][A-Za-z0-9-]{1,60}:\s/.test(line))
        .join("\n")
        .trim();
    const plain = `${subject.slice(0, 120).trim() || "Publish the work of a run"}${body === "" ? "" : `\n\n${body.slice(0, 4_000)}`}`;
    return plain
        .replaceAll(/\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/gi, "($1)")
        .replaceAll(/^skip-checks:/gim, "skip checks:");
}
async function parentsFor(host, key, about, head, base, branch) {
    if (head === undefined)
        return [base.sha];
    const { status } = await host.compare(base.sha, head.sha);
    // A branch with nothing of its own: just created, or merged.
    if (status === "behind" || status === "identical")
        return [base.sha];
    const signature = new RegExp(`^${TRAILER}: ([0-9a-f]{64})$`, "m").exec(head.message)?.[1] ?? "";
    if (!(0,github_marker/* verifies */.s1)(key, "commit", { ...about, tree: head.tree }, signature)) {
        throw new errors/* PawlError */.p({
            code: "effect.conflict",
            kind: "permanent",
            message: `Branch ${branch} holds commits that Pawl didn't make (${head.sha.slice(0, 12)}); nothing was overwritten`,
            remedy: "Merge, rename or delete that branch, then run `/pawl retry`. The work is kept in the run's archive.",
            details: { branch, head: head.sha },
        });
    }
    return status === "ahead" ? [head.sha] : [head.sha, base.sha];
}
async function moveBranch(host, clock, signal, branch, from, to) {
    try {
        return await (0,once/* once */.O)(clock, signal, async () => ((await host.branch(branch)) === to ? to : undefined), async () => {
            if (from === undefined)
                await host.createBranch(branch, to);
            else
                await host.updateBranch(branch, to);
            return to;
        });
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* PawlError */.p) || !["github.conflict", "github.invalid"].includes(thrown.code))
            throw thrown;
        throw new errors/* PawlError */.p({
            code: "effect.conflict",
            kind: "permanent",
            message: `Somebody changed branch ${branch} while it was published; nothing was overwritten`,
            remedy: "Run `/pawl retry`: it starts from what is there now.",
            cause: thrown,
        });
    }
}
async function readChanges(intent) {
    const changes = [];
    for (const file of intent.patch.files) {
        changes.push({ path: file.path, mode: file.newMode, content: await intent.content(file.path) });
    }
    return changes;
}
async function writeTree(host, baseTree, changes) {
    const entries = [];
    for (const change of changes) {
        entries.push(change.content === null
            ? { path: change.path, mode: "100644", sha: null }
            : { path: change.path, mode: change.mode, sha: await host.createBlob(change.content) });
    }
    return entries.length === 0 ? baseTree : host.createTree(baseTree, entries);
}
/** The patch's files as they must be on the moved base. Text is merged line by line; what can't be merged is reported with both sides. */
async function mergeOnto(host, intent, base) {
    const start = await host.commit(intent.baseCommit);
    if (start === undefined) {
        throw new errors/* PawlError */.p({
            code: "effect.conflict",
            kind: "permanent",
            message: `The run began at commit ${intent.baseCommit.slice(0, 12)}, which ${host.owner}/${host.repo} doesn't have`,
            remedy: "Push that commit, or start the run again from the base branch.",
        });
    }
    const before = byPath(await host.tree(start.tree));
    const now = byPath(await host.tree(base.tree));
    const changes = [];
    const conflicts = [];
    for (const change of await readChanges(intent)) {
        const old = before.get(change.path);
        const theirs = now.get(change.path);
        if (old?.sha === theirs?.sha) {
            changes.push(change);
            continue;
        }
        const merged = await mergeFile(host, change, old, theirs);
        if (merged.kind === "conflict")
            conflicts.push({ path: change.path, ours: merged.ours, theirs: merged.theirs });
        else if (merged.change !== undefined)
            changes.push(merged.change);
    }
    if (conflicts.length > 0) {
        throw new errors/* PawlError */.p({
            code: "effect.conflict",
            kind: "permanent",
            message: `The base moved, and both it and this run changed ${conflicts.map(({ path }) => path).join(", ")}`,
            remedy: "The work is kept: merge by hand from the run's patch, or start the run again on the new base.",
            details: { base: base.sha, conflicts },
        });
    }
    return changes;
}
async function mergeFile(host, change, old, theirs) {
    const theirBytes = theirs === undefined ? undefined : await host.blob(theirs.sha);
    const ourText = asText(change.content ?? undefined);
    const theirText = asText(theirBytes);
    const same = change.content === null
        ? theirBytes === undefined
        : theirBytes !== undefined && Buffer.compare(Buffer.from(change.content), Buffer.from(theirBytes)) === 0;
    if (same)
        return { kind: "merged", change: undefined };
    const shown = (text, there) => (there ? (text ?? "(binary file)") : "(file removed)").slice(0, 4_000);
    const conflict = {
        kind: "conflict",
        ours: shown(ourText, change.content !== null),
        theirs: shown(theirText, theirBytes !== undefined),
    };
    const oldText = old === undefined ? undefined : asText(await host.blob(old.sha));
    if (ourText === undefined || theirText === undefined || oldText === undefined)
        return conflict;
    const regions = diff3Merge(lines(ourText), lines(oldText), lines(theirText), { excludeFalseConflicts: true });
    const kept = [];
    for (const region of regions) {
        if (region.ok === undefined)
            return conflict;
        kept.push(...region.ok);
    }
    return { kind: "merged", change: { ...change, content: Buffer.from(kept.join("\n")) } };
}
function lines(text) {
    return text.split("\n");
}
/** Undefined for what is absent or not UTF-8 text. */
function asText(content) {
    if (content === undefined || content.includes(0))
        return undefined;
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch {
        return undefined;
    }
}
function byPath(entries) {
    return new Map(entries.filter(({ type }) => type !== "tree").map((entry) => [entry.path, entry]));
}

;// CONCATENATED MODULE: ./lib/github/pull-request-template.js
/** Where GitHub looks: docs.github.com, "Creating a pull request template for your repository". */
const FOLDERS = [".github", "", "docs"];
const NAME = /^pull_request_template\.(md|txt)$/i;
/**
 * The repository's own pull request template on its default branch, without its notes to authors (HTML comments); undefined where it has
 * none. Only what is merged counts, so its words are the repository's own.
 */
async function pullRequestTemplate(host) {
    for (const folder of FOLDERS) {
        const name = (await host.directory(folder)).find((one) => NAME.test(one));
        if (name === undefined)
            continue;
        const found = await host.file(folder === "" ? name : `${folder}/${name}`);
        const text = found?.text
            .replaceAll(/<!--[\s\S]*?(-->|$)/g, "")
            .replaceAll(/\n{3,}/g, "\n\n")
            .trim();
        if (text !== undefined && text !== "")
            return text;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/github/reviewers.js

/** GitHub takes at most 15 reviewers; more than a few help nobody. */
const MOST = 5;
/** Where GitHub looks for CODEOWNERS, in its order: docs.github.com/articles/about-code-owners */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
/** Whom to ask for a review: named ones, then owners of the changed files, then those who last changed them; never one of `except`. */
async function chooseReviewers(host, config, named, paths, base, except) {
    const wanted = [...named, ...config.reviewers];
    if (wanted.length === 0 && config.codeowners)
        wanted.push(...(await owners(host, paths, base)));
    if (wanted.length === 0 && config.blame) {
        for (const path of paths.slice(0, 3))
            wanted.push(...(await host.lastAuthors(path, base, 3)));
    }
    const excluded = new Set(except.map((login) => login.toLowerCase()));
    const unique = [...new Set(wanted.map((name) => name.replace(/^@/, "")))];
    const users = unique.filter((name) => !name.includes("/") && !name.includes("@") && !excluded.has(name.toLowerCase()));
    const prefix = `${host.owner.toLowerCase()}/`;
    const teams = unique.filter((name) => name.toLowerCase().startsWith(prefix)).map((name) => name.slice(prefix.length));
    return { users: users.slice(0, MOST), teams: teams.slice(0, MOST) };
}
async function owners(host, paths, base) {
    const codeowners = await readCodeowners(host, base);
    return codeowners === undefined ? [] : paths.flatMap((path) => [...ownersOf(codeowners, path)]);
}
/** The text of CODEOWNERS, by default on the default branch; undefined when there is none. */
async function readCodeowners(host, ref) {
    for (const place of PLACES) {
        const found = await host.file(place, ref);
        if (found !== undefined)
            return found.text;
    }
    return undefined;
}
/** The owners CODEOWNERS gives a path: the last line that matches wins, and may name nobody. */
function ownersOf(codeowners, path) {
    let owners = [];
    for (const line of codeowners.split(/\r?\n/)) {
        const [pattern, ...names] = line
            .replace(/(^|\s)#.*$/, "")
            .trim()
            .split(/\s+/);
        if (pattern === undefined || pattern === "" || !matches(pattern, path))
            continue;
        owners = names.filter((name) => name.startsWith("@"));
    }
    return owners;
}
/** CODEOWNERS patterns follow gitignore's, without `!` and `[ ]`: a slash before the end anchors, a trailing one means all below. */
function matches(pattern, path) {
    const body = pattern.replace(/^\//, "");
    const anchored = pattern.startsWith("/") || body.replace(/\/$/, "").includes("/");
    const stem = anchored ? body : `**/${body}`;
    const globs = stem.endsWith("/") ? [`${stem}**`] : stem.endsWith("/*") ? [stem] : [stem, `${stem}/**`];
    return picomatch.isMatch(path, globs, { dot: true, nobrace: true, noext: true });
}

;// CONCATENATED MODULE: ./lib/github/effects.js











/** Everything a run does on GitHub (G8). The target is the event's repository and issue; nothing a model says can choose another. */
function createEffects(options) {
    const { host, clock } = options;
    const recheck = options.recheck ?? (() => Promise.resolve());
    return {
        async publishPullRequest(intent, origin) {
            demand(origin.permissions, "contents", "publish a pull request");
            demand(origin.permissions, "pullRequests", "publish a pull request");
            return publishPullRequest(options, recheck, intent, origin);
        },
        async comment(intent, origin) {
            const issue = targetOf(origin, intent.issue);
            if (origin.permissions.issues !== "write" && origin.permissions.pullRequests !== "write") {
                throw denied("comment", "issues: write");
            }
            await recheck();
            const about = { run: origin.runId, step: origin.step, issue };
            const marker = (0,github_marker/* hiddenMarker */.z0)(options.key, "comment", about);
            const text = (0,inert_text/* inertText */.UJ)(options.redactor.redact(intent.body), { allowedHosts: hostsOf(options) });
            const body = `${(0,inert_text/* cutMarkdown */.G$)(text, inert_text/* BODY_LIMIT */.Th - marker.length - 2, "_Cut: GitHub takes no longer comments._")}\n\n${marker}`;
            const find = async () => (await host.comments(issue)).find((comment) => (0,authorship/* writtenBySelf */.T)(comment.author, options.self) && comment.body.includes(marker));
            const found = await (0,once/* once */.O)(clock, origin.signal, find, () => host.createComment(issue, body));
            const now = found.body === body ? found : await host.updateComment(found.id, body);
            return { id: now.id, url: now.url };
        },
        async label(intent, origin) {
            const issue = targetOf(origin, intent.issue);
            demand(origin.permissions, "issues", "change labels");
            const prefix = options.config.labelPrefix.toLowerCase();
            const reserved = [...intent.add, ...intent.remove].filter((label) => label.toLowerCase().startsWith(prefix));
            if (reserved.length > 0) {
                throw new errors/* PawlError */.p({
                    code: "effect.denied",
                    kind: "policy",
                    message: `A run may not change labels that start runs: ${reserved.join(", ")}`,
                });
            }
            await recheck();
            const has = new Set((await host.issue(issue))?.labels ?? []);
            const add = intent.add.filter((label) => !has.has(label));
            if (add.length > 0)
                await host.addLabels(issue, add);
            for (const label of intent.remove)
                if (has.has(label))
                    await host.removeLabel(issue, label);
            return { added: add, removed: intent.remove.filter((label) => has.has(label)) };
        },
    };
}
async function publishPullRequest(options, recheck, intent, origin) {
    const { host, config, clock, redactor } = options;
    if (intent.patch.files.length === 0) {
        throw new errors/* PawlError */.p({
            code: "effect.no_change",
            kind: "permanent",
            message: "There is nothing to publish: the run changed no files",
        });
    }
    await checkPatch(intent.patch, intent.content, {
        permissions: origin.permissions,
        protectedPaths: config.protectedPaths,
        limits: config.limits,
        redactor,
    });
    await recheck();
    const base = intent.base ?? (await host.repository()).defaultBranch;
    const branch = branchOf(config, redactor, intent, origin, base);
    const title = (0,inert_text/* inertLine */.Fq)(redactor.redact(intent.title)) || `${origin.workflow}: changes`;
    const message = commitMessage(redactor.redact(intent.commitMessage ?? intent.title));
    const published = await publishBranch(host, options, intent, origin, branch, base, message);
    const body = await bodyOf(options, intent, origin, published);
    const find = async () => (await host.pullRequestsFrom(branch, "open")).find((pull) => pull.headRepository.toLowerCase() === `${host.owner}/${host.repo}`.toLowerCase());
    let created = false;
    const pull = await (0,once/* once */.O)(clock, origin.signal, find, async () => {
        const made = await host.createPullRequest({ title, body, head: branch, base, draft: intent.draft });
        created = true;
        return made;
    });
    if (!created && (pull.title !== title || pull.body !== body)) {
        await host.updatePullRequest(pull.number, { title, body, ...(pull.baseRef === base ? {} : { base }) });
    }
    await decorate(options, intent, origin, pull, base);
    return {
        number: pull.number,
        url: pull.url,
        branch,
        headSha: published.headSha,
        created,
        files: intent.patch.files.map(({ path }) => path),
    };
}
function branchOf(config, redactor, intent, origin, base) {
    const { branches } = config.pullRequest;
    const strategy = intent.strategy ?? "feature";
    const template = Object.hasOwn(branches, strategy) ? branches[strategy] : undefined;
    if (template === undefined) {
        throw new errors/* PawlError */.p({
            code: "effect.denied",
            kind: "policy",
            message: `There is no branch strategy "${strategy}"; there are ${Object.keys(branches).join(", ")}`,
            remedy: "Add its template under `pull_request: branches:` in .github/pawl.yml.",
        });
    }
    const branch = intent.branch === undefined
        ? branchName(template, {
            workflow: origin.workflow,
            runId: origin.runId,
            ...(origin.issue === undefined ? {} : { issue: origin.issue }),
        })
        : plainBranch(redactor.redact(intent.branch));
    if (branch === base) {
        throw new errors/* PawlError */.p({
            code: "effect.denied",
            kind: "policy",
            message: `A run publishes on a branch of its own, never on ${base} itself`,
            remedy: "Leave `branch` out, or name another one.",
        });
    }
    return branch;
}
async function bodyOf(options, intent, origin, published) {
    const { host, redactor } = options;
    const about = { run: origin.runId, workflow: origin.workflow, issue: origin.issue ?? 0, tree: published.tree };
    const marker = (0,github_marker/* hiddenMarker */.z0)(options.key, "pull-request", about);
    const evidence = redactor.redact((0,github_evidence/* evidenceBlock */.rz)(redactor.redactJson(intent.evidence), {
        runId: origin.runId,
        workflow: origin.workflow,
        step: origin.step,
        baseSha: published.baseSha,
        headTree: published.tree,
        repository: `${host.owner}/${host.repo}`,
        ...(options.runUrl === undefined ? {} : { runUrl: options.runUrl }),
        ...(options.artifactUrl === undefined ? {} : { artifactUrl: options.artifactUrl }),
    }, 40_000));
    const issue = origin.issue === undefined ? undefined : await host.issue(origin.issue);
    const fixes = issue === undefined || issue.isPullRequest ? "" : `Fixes #${issue.number}\n\n`;
    const moved = published.rebased
        ? "\n\n_The base moved while the run worked; its changes were merged onto the new base._"
        : "";
    const room = inert_text/* BODY_LIMIT */.Th - evidence.length - marker.length - fixes.length - moved.length - 200;
    const said = intent.body.trim() === ""
        ? redactor.redact((await pullRequestTemplate(host)) ?? "")
        : (0,inert_text/* inertText */.UJ)(redactor.redact(intent.body), { allowedHosts: hostsOf(options) });
    const kept = (0,inert_text/* cutMarkdown */.G$)(said, room, "_Cut: the rest is in the run's archive._");
    return `${fixes}${kept}${moved}\n\n---\n\n${evidence}\n\n${marker}`;
}
/** Labels, milestone and reviewers are conveniences: what GitHub refuses of them is logged, and the pull request stands. */
async function decorate(options, intent, origin, pull, base) {
    const { host, config, log } = options;
    const attempt = async (what, act) => {
        try {
            await (0,once.again)(options.clock, act, origin.signal);
        }
        catch (thrown) {
            if (thrown instanceof errors/* PawlError */.p && thrown.code === "github.rate_limited")
                throw thrown;
            log.warning(`Pull request #${pull.number}: ${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        }
    };
    const prefix = config.labelPrefix.toLowerCase();
    const labels = [...new Set([...config.pullRequest.labels, ...intent.labels])].filter((label) => !label.toLowerCase().startsWith(prefix));
    if (labels.length > 0)
        await attempt("labels", () => host.addLabels(pull.number, labels));
    const { milestone } = intent;
    if (milestone !== undefined) {
        await attempt("milestone", async () => {
            if (!(await host.setMilestone(pull.number, milestone)))
                log.warning(`There is no open milestone "${milestone}"`);
        });
    }
    await attempt("reviewers", async () => {
        const paths = intent.patch.files.map(({ path }) => path);
        const actor = options.self.login;
        const { users, teams } = await chooseReviewers(host, config.pullRequest, intent.reviewers, paths, base, [
            pull.author.login,
            ...(actor === undefined ? [] : [actor]),
        ]);
        if (users.length + teams.length > 0)
            await host.requestReviewers(pull.number, users, teams);
    });
    origin.signal.throwIfAborted();
}
function hostsOf(options) {
    return [...options.config.allowedHosts, ...(options.webHost === undefined ? [] : [options.webHost])];
}
function targetOf(origin, asked) {
    const { issue } = origin;
    if (issue === undefined) {
        throw new errors/* PawlError */.p({
            code: "effect.denied",
            kind: "policy",
            message: "The run belongs to no issue or pull request, so there is nothing to comment on or label",
            remedy: "Start it from an issue, or pass `issue`.",
        });
    }
    if (asked !== undefined && asked !== issue) {
        throw new errors/* PawlError */.p({
            code: "effect.denied",
            kind: "policy",
            message: `A run started from #${issue} may not write to #${asked}`,
            remedy: "Effects reach only the issue or pull request that started the run.",
        });
    }
    return issue;
}
function demand(permissions, name, what) {
    if (permissions[name] !== "write") {
        throw denied(what, `${name === "pullRequests" ? "pull_requests" : name}: write`);
    }
}
function denied(what, needed) {
    return new errors/* PawlError */.p({
        code: "effect.denied",
        kind: "policy",
        message: `The workflow may not ${what}: its \`permissions\` don't grant it`,
        remedy: `Add \`${needed}\` under \`permissions:\` in the workflow.`,
    });
}


/***/ }),

/***/ 43974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   fD: () => (/* binding */ modelName),
/* harmony export */   rz: () => (/* binding */ evidenceBlock)
/* harmony export */ });
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7436);


const STATUS_MARK = {
    completed: "✅",
    cached: "♻️",
    failed: "❌",
    skipped: "⏭️",
    cancelled: "🚫",
    running: "⏳",
    parked: "⏸️",
    pending: "▫️",
    compensated: "↩️",
};
/** The mark a step's status shows as, in tables and checklists. */
function markOf(status) {
    return STATUS_MARK[status] ?? "▫️";
}
/** Inputs that the evidence shows; more are in the run's journal. */
const MOST_INPUTS = 20;
/**
 * The evidence of a run for a pull request's body (G6): what ran and how it ended, assertions, cost, cache hits, model, tree hashes, and how
 * to reproduce it. From the journal's facts only; no word of it comes from a model.
 */
function evidenceBlock(facts, about, limit) {
    const steps = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .stepFacts */ .mv)(facts);
    const head = ["## Evidence", "", ...summary(facts, steps, about)];
    const tail = ["", "### Reproduce", "", (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(reproduce(facts, steps, about), "sh")];
    const room = limit - head.join("\n").length - tail.join("\n").length - 400;
    return [...head, "", ...table(steps, room, about), ...tail].join("\n");
}
function summary(facts, steps, about) {
    const cost = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["cost"]) ? facts["cost"] : {};
    const cache = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["cache"]) ? facts["cache"] : {};
    const models = [
        ...new Set(steps.flatMap(({ model, provider }) => (model === undefined ? [] : [modelName(model, provider)]))),
    ];
    const run = about.runUrl === undefined ? (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.runId) : `[${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.runId)}](${about.runUrl})`;
    const digest = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(facts["workflow_digest"]);
    const baseTree = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(facts["base_tree"]);
    return [
        "| | |",
        "|---|---|",
        `| Run | ${run} of ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.workflow)}${digest === undefined ? "" : ` at ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(digest.slice(0, 12))}`} |`,
        ...inputsRow(facts),
        `| Cost | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["usd"]) ?? 0)}, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["input_tokens"]) ?? 0} tokens in, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["output_tokens"]) ?? 0} out |`,
        `| Model | ${models.length === 0 ? "none" : models.map((name) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(name)).join(", ")} |`,
        `| Cache | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cache["hits"]) ?? 0} hits, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cache["misses"]) ?? 0} misses |`,
        `| Base | commit ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.baseSha)}${baseTree === undefined ? "" : `, tree ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(baseTree)}`} |`,
        `| Result | tree ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.headTree)} |`,
    ];
}
/** What the run was given: commands in the table refer to it as `$INPUT_NAME`. */
function inputsRow(facts) {
    const inputs = Object.entries((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["inputs"]) ? facts["inputs"] : {});
    if (inputs.length === 0)
        return [];
    const shown = inputs.map(([name, value]) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(`${name} = ${typeof value === "string" ? value : JSON.stringify(value)}`));
    return [`| Inputs | ${shown.slice(0, MOST_INPUTS).join(", ")}${inputs.length > MOST_INPUTS ? ", …" : ""} |`];
}
/** A scripted provider replays recorded answers: whoever reads the result must know (A7). */
function modelName(model, provider) {
    return provider === "scripted" ? `${model} (scripted: recorded answers, no model was asked)` : model;
}
function table(steps, room, { step: own, artifactUrl }) {
    const lines = ["| | Step | What ran | Exit | Time | Cost | Tree |", "|---|---|---|---|---|---|---|"];
    let used = 0;
    let left = steps.length;
    for (const step of steps) {
        const row = step.path === own ? ownRow(step) : rowOf(step);
        used += row.length + 1;
        if (used > room) {
            const rest = artifactUrl === undefined ? "in the run's archive" : `in [the run's archive](${artifactUrl})`;
            lines.push("", `${left} more steps are ${rest}.`);
            return lines;
        }
        lines.push(row);
        left -= 1;
    }
    return lines;
}
/** The step that writes this: no mark, because how it ends isn't known yet. */
function ownRow(step) {
    return `| 📤 | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.path)} ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(step.type)} | publishes this pull request |  |  |  |  |`;
}
function rowOf(step) {
    const what = step.command ?? step.condition ?? (step.model === undefined ? "" : modelName(step.model, step.provider));
    const later = step.status === "pending" ? "runs after this was written" : "";
    const tries = step.attempts > 1 ? ` (${step.attempts} attempts)` : "";
    const why = step.skipReason ?? step.error;
    return [
        "",
        markOf(step.status),
        `${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.path)} ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(step.type)}${tries}`,
        [(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(what), later, why === undefined ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(why, 200)].filter((part) => part !== "").join(" "),
        step.exitCode === undefined ? "" : String(step.exitCode),
        (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(step.durationMs),
        step.usd === undefined || step.usd === 0 ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(step.usd),
        step.tree === undefined ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.tree.slice(0, 12)),
        "",
    ]
        .join(" | ")
        .trim();
}
function reproduce(facts, steps, about) {
    const inputs = Object.entries((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["inputs"]) ? facts["inputs"] : {}).slice(0, MOST_INPUTS);
    const commands = steps.flatMap((step) => step.command !== undefined && step.status === "completed" && step.depth === 0 ? [step.command] : []);
    return [
        `git fetch origin && git checkout ${about.baseSha}`,
        `pawl show ${about.runId}            # the journal, from the run's archive`,
        `pawl fork ${about.runId} --from STEP  # any step again, from its own tree`,
        ...(commands.length === 0
            ? []
            : [
                "# what the run executed:",
                ...inputs.map(exportLine),
                ...commands.slice(0, 20).map((one) => one.slice(0, 400)),
            ]),
    ].join("\n");
}
/** A line that gives a shell the input as the run's steps had it. */
function exportLine([name, value]) {
    const said = (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 400);
    return `export INPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}='${said.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ })

};
