// Answers on the search page, from search.json; what is sought stands in the address (?q=).
(function () {
  'use strict';
  var shownMax = 50; // of each kind: nobody reads further, and one more character narrows it
  var find = window.gongshiFind;
  var form = document.querySelector('form.search');
  var input = form.querySelector('input');
  var status = document.querySelector('.search-status');
  var groups = document.querySelectorAll('.found');
  var root = form.getAttribute('data-root');
  var index = null; // kind -> [{title, detail, url}]
  var failed = false;
  var timer;

  function say(name, values) {
    status.textContent = name ? find.fill(status.getAttribute('data-' + name), values || {}) : '';
  }

  function asked() {
    var found = /[?&]q=([^&]*)/.exec(location.search);
    try { return found ? decodeURIComponent(found[1].replace(/\+/g, ' ')) : ''; } catch (malformed) { return ''; }
  }

  // Titles that begin with the first word first, then those with any of the words, then the rest.
  function search(entries, words) {
    var ranks = [[], [], []];
    entries.forEach(function (entry) {
      if (!find.matches(words, [entry.title, entry.detail])) return;
      var inTitle = words.some(function (word) { return entry.title.text.indexOf(word) >= 0; });
      ranks[entry.title.text.indexOf(words[0]) === 0 ? 0 : inTitle ? 1 : 2].push(entry);
    });
    return ranks[0].concat(ranks[1], ranks[2]);
  }

  function write(element, words, field) {
    var from = 0;
    function text(to) { element.appendChild(document.createTextNode(field.source.slice(from, to))); }
    find.ranges(words, field).forEach(function (range) {
      text(range[0]);
      var mark = document.createElement('mark');
      mark.textContent = field.source.slice(range[0], range[1]);
      element.appendChild(mark);
      from = range[1];
    });
    text(field.source.length);
  }

  function result(entry, words) {
    var item = document.createElement('li');
    var link = document.createElement('a');
    link.href = root + entry.url;
    write(link, words, entry.title);
    item.appendChild(link);
    var detail = document.createElement('span');
    detail.className = 'note';
    write(detail, words, entry.detail);
    item.appendChild(detail);
    return item;
  }

  function show(group, found, words) {
    var list = group.querySelector('.results');
    var count = group.querySelector('.count');
    var more = group.querySelector('[data-words].note');
    list.textContent = '';
    found.slice(0, shownMax).forEach(function (entry) { list.appendChild(result(entry, words)); });
    count.textContent = find.fill(count.getAttribute('data-words'), { all: found.length });
    more.textContent = find.fill(more.getAttribute('data-words'), { shown: shownMax });
    more.hidden = found.length <= shownMax;
    group.hidden = found.length === 0;
  }

  function run() {
    clearTimeout(timer);
    var words = find.words(input.value);
    var all = 0;
    for (var i = 0; i < groups.length; i++) {
      var entries = index && words.length ? index[groups[i].getAttribute('data-kind')] : [];
      var found = search(entries, words);
      all += found.length;
      show(groups[i], found, words);
    }
    if (!words.length) say('');
    else if (failed) say('failed');
    else if (!index) say('loading');
    else say(all ? 'found' : 'none', { all: all, words: input.value.trim() });
  }

  function remember() {
    var query = input.value.trim();
    history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname);
  }

  function answer() {
    run();
    remember();
  }

  function load() {
    var request = new XMLHttpRequest();
    request.open('GET', root + form.getAttribute('data-index'));
    request.onload = function () {
      try {
        var kinds = JSON.parse(request.responseText);
        index = {};
        Object.keys(kinds).forEach(function (kind) {
          index[kind] = kinds[kind].map(function (entry) {
            return { title: find.fold(entry[0]), detail: find.fold(entry[1]), url: entry[2] };
          });
        });
      } catch (broken) { failed = true; }
      run();
    };
    request.onerror = function () { failed = true; run(); };
    request.send();
  }

  input.value = input.value || asked();
  find.onTyping(input, function () {
    clearTimeout(timer);
    timer = setTimeout(answer, 200); // a pause, so that a screen reader hears one answer
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    answer();
  });
  load();
  run();
}());
