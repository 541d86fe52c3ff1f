// Checks the proof on a receipt (c2sp.org/tlog-proof@v1), on the reader's own machine: the log has
// signed a tree head, the leaf stands in that tree, and the leaf commits to this record under this
// opening. Decoding is strict: one spelling for each value, so nothing can be altered unseen.
//
// Files are Uint8Arrays, each check gives a promise. What does not hold rejects it with a Fault, whose
// `name` says what: unsupported, key, key-hash, proof, checkpoint, signature, inclusion, leaf,
// opening, record.
(function () {
  'use strict';
  var pathMax = 63; // hashes: a tree of 2^63 leaves
  var signaturesMax = 100;
  var encoder = window.TextEncoder && new window.TextEncoder();
  var subtle = window.crypto && window.crypto.subtle;

  function Fault(name) { this.name = name; }

  function refuse(name) { throw new Fault(name); }

  function supported() { return Boolean(encoder && window.TextDecoder && subtle && window.Promise); }

  // The text, or undefined when it is not UTF-8.
  function decode(bytes) {
    try { return new window.TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); } catch (malformed) { return undefined; }
  }

  function base64(text) {
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
    var binary = window.atob(text);
    if (window.btoa(binary) !== text) return undefined;
    var bytes = new Uint8Array(binary.length);
    for (var i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  }

  function hash(text) {
    var bytes = base64(text);
    return bytes && bytes.length === 32 ? bytes : undefined;
  }

  // Beyond 15 digits a number is not exact here, and no log is that long.
  function decimal(text) { return /^(?:0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : undefined; }

  function same(a, b) {
    return a.length === b.length && a.every(function (byte, i) { return byte === b[i]; });
  }

  function join(parts) {
    var length = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var all = new Uint8Array(length);
    var at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }

  function sha256(parts) {
    return subtle.digest('SHA-256', join(parts)).then(function (digest) { return new Uint8Array(digest); });
  }

  function leafHash(leaf) { return sha256([[0], leaf]); }

  function nodeHash(left, right) { return sha256([[1], left, right]); }

  // RFC 6962 2.1.1, from the leaf up. The promise of whether the path leads to the root.
  function included(index, size, leaf, path, root) {
    if (index >= size || path.length > pathMax) return window.Promise.resolve(false);
    var at = index;
    var last = size - 1;
    function half() { at = Math.floor(at / 2); last = Math.floor(last / 2); }
    return path.reduce(function (below, sibling) {
      return below.then(function (node) {
        if (!node || last === 0) return undefined;
        var right = at % 2 === 1 || at === last;
        if (right) while (at % 2 === 0 && at !== 0) half();
        half();
        return right ? nodeHash(sibling, node) : nodeHash(node, sibling);
      });
    }, window.Promise.resolve(leaf)).then(function (node) { return Boolean(node) && last === 0 && same(node, root); });
  }

  // The log's key as it is published (C2SP signed-note): "name+hash+base64". Resolves to
  // {name, id, bytes}.
  function parseKey(text) {
    var parts = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text);
    var payload = parts && base64(parts[3]);
    if (!payload || payload.length !== 33 || payload[0] !== 1) refuse('key');
    return sha256([encoder.encode(parts[1] + '\n'), payload]).then(function (digest) {
      var id = digest.subarray(0, 4);
      var hex = Array.prototype.map.call(id, function (byte) { return (256 + byte).toString(16).slice(1); }).join('');
      if (hex !== parts[2]) refuse('key-hash');
      return { name: parts[1], id: id, bytes: payload.subarray(1) };
    });
  }

  // {leaf, index, path, checkpoint}; the last is the signed note, as a text.
  function parseProof(bytes) {
    var text = decode(bytes);
    var parts = text !== undefined &&
      /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (\S+)\n((?:\S+\n)*)\n([^]+)$/.exec(text);
    var leaf = parts && base64(parts[1]);
    var index = parts ? decimal(parts[2]) : undefined;
    var path = parts ? parts[3].split('\n').slice(0, -1).map(hash) : [undefined];
    if (!leaf || index === undefined || path.length > pathMax || path.indexOf(undefined) >= 0) refuse('proof');
    return { leaf: leaf, index: index, path: path, checkpoint: parts[4] };
  }

  // Lines of other keys, those of witnesses, are passed over.
  function signaturesOf(lines, key) {
    if (lines.length > signaturesMax) refuse('checkpoint');
    return lines.map(function (line) {
      var parts = /^\u2014 ([^+\s]+) (\S+)$/.exec(line);
      var payload = parts && base64(parts[2]);
      if (!payload || payload.length <= 4) refuse('checkpoint');
      return { name: parts[1], id: payload.subarray(0, 4), signature: payload.subarray(4) };
    }).filter(function (line) { return line.name === key.name && same(line.id, key.id); });
  }

  function parseHead(text, key) {
    var lines = text.split('\n');
    var size = decimal(lines[1] || '');
    var root = hash(lines[2] || '');
    if (lines.length !== 4 || lines[3] !== '' || size === undefined || !root) refuse('checkpoint');
    if (lines[0] !== key.name) refuse('signature');
    return { origin: lines[0], size: size, root: root };
  }

  function verifySignature(key, text, signature) {
    if (signature.length !== 64) return window.Promise.resolve(false);
    return subtle.importKey('raw', key.bytes, { name: 'Ed25519' }, false, ['verify']).then(function (imported) {
      return subtle.verify({ name: 'Ed25519' }, imported, signature, encoder.encode(text));
    }, function () { refuse('unsupported'); });
  }

  // Resolves to the head {origin, size, root} that the log has signed.
  function openCheckpoint(note, key) {
    var end = note.lastIndexOf('\n\n');
    if (end < 0 || !/\n$/.test(note) || /[\x00-\x09\x0b-\x1f]/.test(note)) refuse('checkpoint');
    var text = note.slice(0, end + 1);
    var signatures = signaturesOf(note.slice(end + 2, -1).split('\n'), key);
    if (signatures.length === 0) refuse('signature');
    return window.Promise.all(signatures.map(function (line) {
      return verifySignature(key, text, line.signature);
    })).then(function (valid) {
      if (valid.indexOf(false) >= 0) refuse('signature');
      return parseHead(text, key);
    });
  }

  // The leaf of a filing: {date, commitment}.
  function parseFiled(bytes, origin) {
    var lines = (decode(bytes) || '').split('\n');
    var date = /^date ([0-9]{4}-[0-9]{2}-[0-9]{2})$/.exec(lines[2] || '');
    var commitment = /^commitment (\S+)$/.exec(lines[3] || '');
    var digest = commitment && hash(commitment[1]);
    var framed = lines.length === 5 && lines[0] === origin + '/leaf/v1' && lines[1] === 'filed' && lines[4] === '';
    if (!framed || !date || !digest) refuse('leaf');
    return { date: date[1], commitment: digest };
  }

  // As it is downloaded: 64 hexadecimal digits, and perhaps the end of a line.
  function parseOpening(bytes) {
    var text = /^([0-9a-f]{64})\n?$/.exec(decode(bytes) || '');
    if (!text) refuse('opening');
    return Uint8Array.from(text[1].match(/../g), function (byte) { return parseInt(byte, 16); });
  }

  function commit(opening, record) {
    return subtle.importKey('raw', opening, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']).then(function (key) {
      return subtle.sign('HMAC', key, join([encoder.encode('objection-commitment/v1\n'), record]));
    }).then(function (code) { return new Uint8Array(code); });
  }

  // Resolves to {origin, index, size, date, commitment}: that an objection was filed, when, and in
  // which log. What it said is the business of verifyRecord().
  function verifyProof(keyText, proofBytes) {
    var proof;
    return window.Promise.resolve().then(function () {
      proof = parseProof(proofBytes);
      return parseKey(keyText);
    }).then(function (key) {
      return openCheckpoint(proof.checkpoint, key);
    }).then(function (head) {
      return leafHash(proof.leaf).then(function (leaf) {
        return included(proof.index, head.size, leaf, proof.path, head.root);
      }).then(function (holds) {
        if (!holds) refuse('inclusion');
        var filed = parseFiled(proof.leaf, head.origin);
        return { origin: head.origin, index: proof.index, size: head.size, date: filed.date, commitment: filed.commitment };
      });
    });
  }

  // Resolves when `filed` of verifyProof() commits to exactly this record.
  function verifyRecord(filed, openingBytes, recordBytes) {
    return window.Promise.resolve().then(function () {
      return commit(parseOpening(openingBytes), recordBytes);
    }).then(function (commitment) {
      if (!same(commitment, filed.commitment)) refuse('record');
    });
  }

  window.gongshiProof = {
    Fault: Fault, supported: supported, decode: decode, leafHash: leafHash, included: included,
    verifyProof: verifyProof, verifyRecord: verifyRecord
  };
}());
