(function () {
  "use strict";
  var table = document.querySelector("table.cmp");
  if (!table) return;
  var tools = document.getElementById("tools");
  var count = document.getElementById("count");
  var rows = [].slice.call(table.querySelectorAll("tr.row"));
  function words(row) { return document.getElementById("w-" + row.dataset.key); }
  function open(row, on) {
    words(row).hidden = !on;
    row.querySelector("button.row").setAttribute("aria-expanded", on);
  }
  function shown() { return rows.filter(function (row) { return !row.hidden; }); }
  function filter() {
    var marks = [].map.call(tools.querySelectorAll("input[name=mark]:checked"), function (box) { return box.value; });
    var facet = document.getElementById("facet").value;
    var article = document.getElementById("article").value;
    var differs = document.getElementById("differs").checked;
    rows.forEach(function (row) {
      var d = row.dataset;
      var on = d.marks.split(" ").some(function (mark) { return marks.indexOf(mark) >= 0; }) &&
        (!facet || d.facet === facet) && (!article || d.article === article) && (!differs || d.differs === "1");
      row.hidden = !on;
      if (!on) open(row, false);
    });
    table.querySelectorAll("tbody").forEach(function (body) {
      var head = body.querySelector("tr.group");
      if (head) head.hidden = !body.querySelector("tr.row:not([hidden])");
    });
    count.textContent = shown().length + " of " + rows.length + " rows";
  }
  table.addEventListener("click", function (event) {
    var row = event.target.closest("tr.row");
    if (!row || event.target.closest("a")) return;
    var on = words(row).hidden;
    open(row, on);
    if (on) history.replaceState(null, "", "#" + row.dataset.at);
  });
  table.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    var here = shown(), next = here[here.indexOf(event.target.closest("tr.row")) + step];
    if (next) { next.querySelector("button.row").focus(); event.preventDefault(); }
  });
  tools.addEventListener("change", filter);
  tools.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("all").addEventListener("click", function () {
    var on = this.getAttribute("aria-pressed") !== "true";
    this.setAttribute("aria-pressed", on);
    this.textContent = on ? "Close all words" : "Open all words";
    shown().forEach(function (row) { open(row, on); });
  });
  document.getElementById("clear").addEventListener("click", function () { setTimeout(filter, 0); });
  function go() {
    var id = decodeURIComponent(location.hash.slice(1));
    var there = id && document.getElementById(id), row = there && there.closest("tr.row");
    if (!row) return;
    if (row.hidden) { tools.reset(); filter(); }
    open(row, true);
    row.scrollIntoView({ block: "center" });
    row.querySelector("button.row").focus({ preventScroll: true });
  }
  addEventListener("hashchange", go);
  rows.forEach(function (row) { open(row, false); });
  filter();
  go();
})();
