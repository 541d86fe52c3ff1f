// Only in `gongshi watch`, never in a published page: loads the page anew when the site has been
// built again, and shows what is wrong with the content. ES5.
(function () {
  'use strict';
  var RETRY_MILLISECONDS = 500;
  var STATE = '/.watch/state?after=';
  var version = document.currentScript.getAttribute('data-version');
  var panel = null;

  function show(problems) {
    if (panel !== null) {
      panel.parentNode.removeChild(panel);
      panel = null;
    }
    if (problems === '') return;
    panel = document.createElement('pre');
    panel.className = 'watch-problems';
    panel.setAttribute('role', 'alert');
    panel.appendChild(document.createTextNode(problems));
    document.body.insertBefore(panel, document.body.firstChild);
  }

  // A page that still stands as it was is not worth loading: the mistakes are.
  function take(state, isFirst) {
    var isNew = state.version !== version;
    version = state.version;
    if (state.problems === '' && isNew) {
      location.reload();
      return;
    }
    if (isNew || isFirst) show(state.problems);
    ask(version, false);
  }

  function ask(after, isFirst) {
    var request = new XMLHttpRequest();
    request.open('GET', STATE + encodeURIComponent(after));
    request.onload = function () {
      take(JSON.parse(request.responseText), isFirst);
    };
    request.onerror = function () {
      window.setTimeout(function () { ask(after, isFirst); }, RETRY_MILLISECONDS);
    };
    request.send();
  }

  ask('', true);
}());
