// Shows on each badge the state that holds now. Without this script the page is as true, in dates.
(function () {
  'use strict';
  var demonstration = document.querySelector('[data-now]'); // a daemon on a clock of its own
  var now = demonstration ? Date.parse(demonstration.getAttribute('data-now')) : Date.now();
  var today = new Date(now + 8 * 36e5).toISOString().slice(0, 10); // in China
  var badges = document.querySelectorAll('.badge[data-closes]');
  function at(badge, name) { return Date.parse(badge.getAttribute('data-' + name)); }
  for (var i = 0; i < badges.length; i++) {
    var badge = badges[i];
    var days = badge.getAttribute('data-days').split(' ').filter(function (day) { return day >= today; });
    var standing = now < at(badge, 'opens') ? 'coming' : now >= at(badge, 'closes') ? 'over'
      : now >= at(badge, 'closes') - 864e5 ? 'last-day' : 'open';
    var states = badge.querySelectorAll('.standing');
    for (var j = 0; j < states.length; j++) {
      states[j].hidden = !states[j].classList.contains(standing);
    }
    var left = badge.querySelector('.left');
    left.hidden = standing !== 'open' || days.length === 0;
    left.querySelector('b').textContent = days.length;
  }
}());
