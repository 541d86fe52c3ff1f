// The page that checks a receipt: gathers what was chosen or pasted, asks proof.js, says the verdict.
(function () {
  'use strict';
  var fileBytesMax = 1 << 20; // each of the three is far smaller: a larger file is another one
  var proofOf = window.gongshiProof;
  var form = document.querySelector('form.check');
  var verdict = document.querySelector('.verdict');
  var runs = 0; // the newest check alone may answer

  function keyText() { return element('key').value.replace(/\s/g, ''); }

  function element(id) { return document.getElementById(id); }

  function Question(name, values) {
    this.name = name;
    this.values = values;
  }

  function ask(name, values) { throw new Question(name, values); }

  function say(kind, name, values) {
    var title = document.createElement('h2');
    title.textContent = verdict.getAttribute('data-title-' + kind);
    var words = document.createElement('p');
    words.textContent = verdict.getAttribute('data-' + name).replace(/\{(\w+)\}/g, function (whole, key) { return values[key]; });
    verdict.className = 'verdict ' + kind;
    verdict.textContent = '';
    verdict.appendChild(title);
    verdict.appendChild(words);
    verdict.focus();
  }

  function chineseDate(date) { return date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'); }

  function bytesOf(text) { return new window.TextEncoder().encode(text); }

  // Who copies takes blanks along, or leaves the last line's end behind.
  function pasted(id, end) {
    var text = element(id).value.trim();
    return text ? bytesOf(text + end) : undefined;
  }

  // A statement may end in blanks of its own: then the text counts as it was pasted.
  function pastedRecords() {
    var text = element('record').value.replace(/^\s+/, '');
    if (!text) return undefined;
    return [bytesOf(text), bytesOf(text + '\n'), bytesOf(text.trim() + '\n')];
  }

  function readFile(file) {
    if (file.size > fileBytesMax) ask('unknown-file', { name: file.name });
    return new window.Promise(function (resolve, reject) {
      var reader = new window.FileReader();
      reader.onload = function () { resolve({ name: file.name, bytes: new Uint8Array(reader.result) }); };
      reader.onerror = function () { reject(new Question('unreadable', { name: file.name })); };
      reader.readAsArrayBuffer(file);
    });
  }

  // What a program was answered with: {"receipt":{"record","opening","proof"}}.
  function takeAnswer(text, into) {
    var receipt;
    try { receipt = JSON.parse(text).receipt; } catch (other) { return false; }
    if (!receipt || !receipt.proof || !receipt.record || !receipt.opening) return false;
    into.proof = bytesOf(receipt.proof);
    into.records = [bytesOf(receipt.record)];
    into.opening = bytesOf(receipt.opening);
    return true;
  }

  function take(file, into) {
    var text = proofOf.decode(file.bytes);
    if (text === undefined) ask('unknown-file', { name: file.name });
    if (text.indexOf('c2sp.org/tlog-proof@') === 0) into.proof = file.bytes;
    else if (text.indexOf('gongshi/objection/') === 0) into.records = [file.bytes];
    else if (/^[0-9a-f]{64}\s*$/i.test(text)) into.opening = file.bytes;
    else if (!takeAnswer(text, into)) ask('unknown-file', { name: file.name });
  }

  function gather() {
    var given = { proof: pasted('proof', '\n'), records: pastedRecords(), opening: pasted('opening', '') };
    var files = Array.prototype.slice.call(element('files').files);
    return window.Promise.all(files.map(readFile)).then(function (read) {
      read.forEach(function (file) { take(file, given); });
      if (!given.proof) ask('no-proof');
      if (!given.records !== !given.opening) ask('no-pair');
      if (!keyText()) ask('no-key');
      return given;
    });
  }

  // Rejects like verifyRecord() when it is none of them.
  function verifyAny(filed, opening, records) {
    return proofOf.verifyRecord(filed, opening, records[0]).catch(function (why) {
      if (records.length === 1) throw why;
      return verifyAny(filed, opening, records.slice(1));
    });
  }

  function check() {
    if (!proofOf.supported()) return say('asks', 'unsupported');
    var run = runs += 1;
    function answer(kind, name, values) { if (run === runs) say(kind, name, values); }
    return window.Promise.resolve().then(gather).then(function (given) {
      return proofOf.verifyProof(keyText(), given.proof).then(function (filed) {
        filed.date = chineseDate(filed.date);
        if (!given.records) return answer('holds', 'filed', filed);
        return verifyAny(filed, given.opening, given.records).then(function () {
          answer('holds', 'whole', filed);
        });
      });
    }).catch(function (why) {
      if (why instanceof Question) return answer('asks', why.name, why.values);
      if (!(why instanceof proofOf.Fault)) throw why;
      return answer(/^(unsupported|key|key-hash|opening)$/.test(why.name) ? 'asks' : 'fails', why.name);
    });
  }

  // Where the site says no key, the daemon beside it may have one.
  function fetchKey() {
    var request = new XMLHttpRequest();
    request.open('GET', form.getAttribute('data-key-address'));
    request.onload = function () {
      if (request.status === 200 && !keyText()) element('key').value = request.responseText.trim();
    };
    request.send();
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    check();
  });
  if (!keyText()) fetchKey();
}());
