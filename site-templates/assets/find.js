// Finds what a reader types in names as China writes them. The search page (search.js) and the
// filters of long lists share it.
//
// Blanks and the dot inside a name (阿卜杜拉·买买提) count for nothing, however it is written; nor do
// the case and the width of Latin letters. All else is compared as it stands, down to one character.
// Of several words each must be found, in whichever field.
(function () {
  'use strict';
  var skipped = /[\s.·•‧∙⋅・･．]/;

  // `at` says where each unit of `text` stands in `source`.
  function fold(source) {
    var text = '';
    var at = [];
    for (var i = 0; i < source.length; i++) {
      var unit = source.charAt(i);
      if (skipped.test(unit)) continue;
      var code = source.charCodeAt(i);
      if (code > 0xff00 && code < 0xff5f) unit = String.fromCharCode(code - 0xfee0);
      var lower = unit.toLowerCase();
      text += lower.length === 1 ? lower : unit;
      at.push(i);
    }
    return { source: source, text: text, at: at };
  }

  function words(query) {
    return query.split(/\s+/).map(function (word) { return fold(word).text; })
      .filter(function (word) { return word !== ''; });
  }

  // `fields` are folded. No words are found everywhere.
  function matches(sought, fields) {
    return sought.every(function (word) {
      return fields.some(function (field) { return field.text.indexOf(word) >= 0; });
    });
  }

  // The parts of `field.source` that are found: [[from, to], …], in order and apart.
  function ranges(sought, field) {
    var found = [];
    sought.forEach(function (word) {
      for (var i = field.text.indexOf(word); i >= 0; i = field.text.indexOf(word, i + word.length)) {
        found.push([field.at[i], field.at[i + word.length - 1] + 1]);
      }
    });
    found.sort(function (a, b) { return a[0] - b[0]; });
    return found.reduce(function (apart, range) {
      var last = apart[apart.length - 1];
      if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
      else apart.push(range);
      return apart;
    }, []);
  }

  // Calls `act` after each change, but not in the middle of a character that is being composed.
  function onTyping(input, act) {
    var composing = false;
    input.addEventListener('compositionstart', function () { composing = true; });
    input.addEventListener('compositionend', function () { composing = false; act(); });
    input.addEventListener('input', function () { if (!composing) act(); });
  }

  // "找到{all}项" with { all: 3 }: the words are the page's.
  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
  }

  window.gongshiFind = { fold: fold, words: words, matches: matches, ranges: ranges, onTyping: onTyping, fill: fill };
}());
