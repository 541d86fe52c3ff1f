// Filters a long list by what a reader types, as the search finds it (find.js). The box stands hidden
// before its list, and works only with this script. Headings and totals stay; paper shows all.
(function () {
  'use strict';
  var find = window.gongshiFind;
  var boxes = document.querySelectorAll('.filter');

  function fieldsOf(row) {
    var cells = row.cells || [row];
    return Array.prototype.map.call(cells, function (cell) { return find.fold(cell.textContent); });
  }

  function rowsOf(list) {
    var rows = list.querySelectorAll('tbody tr:not(.total)');
    if (rows.length === 0) rows = list.querySelectorAll('li');
    return Array.prototype.map.call(rows, function (row) { return { element: row, fields: fieldsOf(row) }; });
  }

  function setUp(box) {
    var rows = rowsOf(box.nextElementSibling);
    var input = box.querySelector('input');
    var back = box.querySelector('button');
    var status = box.querySelector('[role="status"]');
    function apply() {
      var words = find.words(input.value);
      var shown = 0;
      rows.forEach(function (row) {
        var matches = find.matches(words, row.fields);
        if (matches) shown += 1;
        row.element.classList[matches ? 'remove' : 'add']('filtered-out');
      });
      back.hidden = words.length === 0;
      status.textContent = words.length === 0 ? ''
        : find.fill(status.getAttribute(shown ? 'data-shown' : 'data-none'), { shown: shown, all: rows.length });
    }
    back.onclick = function () {
      input.value = '';
      apply();
      input.focus(); // the button is gone
    };
    find.onTyping(input, apply);
    box.hidden = false;
    apply(); // a reader who comes back finds the list as it was left
  }

  for (var i = 0; i < boxes.length; i++) setUp(boxes[i]);
}());
