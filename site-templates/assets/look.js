// Text size and contrast, as the reader chose them last. It runs before the page is drawn, so that
// nothing jumps; without it the controls stay hidden and the browser's own zoom serves.
(function () {
  'use strict';
  var root = document.documentElement;
  var names = ['size', 'theme'];
  function recall(name) {
    try { return localStorage.getItem('gongshi-' + name); } catch (refused) { return null; }
  }
  function keep(name, value) {
    try { localStorage.setItem('gongshi-' + name, value); } catch (refused) { /* for this page only */ }
  }
  function apply(name, value) {
    if (value) root.setAttribute('data-' + name, value);
    else root.removeAttribute('data-' + name);
  }
  for (var i = 0; i < names.length; i++) apply(names[i], recall(names[i]));

  document.addEventListener('DOMContentLoaded', function () {
    var buttons = document.querySelectorAll('.look button');
    function show() {
      for (var j = 0; j < buttons.length; j++) {
        var name = buttons[j].name;
        var on = (root.getAttribute('data-' + name) || '') === buttons[j].value;
        buttons[j].setAttribute('aria-pressed', on ? 'true' : 'false');
      }
    }
    function choose() {
      apply(this.name, this.value);
      keep(this.name, this.value);
      show();
    }
    for (var j = 0; j < buttons.length; j++) buttons[j].onclick = choose;
    show();
    var look = document.querySelector('.look');
    if (look) look.hidden = false;
    var print = document.querySelector('.print-button');
    if (print) {
      print.hidden = false;
      print.onclick = function () { window.print(); };
    }
  });
}());
