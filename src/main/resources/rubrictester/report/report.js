"use strict";
// All text comes in by textContent or setAttribute: what students and models wrote is never markup.
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const { labels, levelOf, concepts, students } = content;
  const byId = (id) => document.getElementById(id);
  const list = byId("list");
  const filters = byId("filters");
  const fields = ["concept", "people", "ai", "q", "sort"];
  const none = { mode: "all", concept: "", people: "", ai: "", q: "", sort: "", heat: "count", theme: "" };
  let state = { ...none, open: new Set() };

  /** An element with a class, and in it texts or other elements. */
  function make(tag, className, ...inside) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  }

  function button(className, text, onClick) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", onClick);
    return element;
  }

  const short = (label) => (label === null ? "none" : labels[label].replace(" Evidence", ""));
  const signed = (error) => (error > 0 ? "+" + error : error < 0 ? "−" + -error : "0");
  const nearness = (concept) => (concept.error === null ? "none" : "near-" + Math.min(2, Math.abs(concept.error)));

  // ---- State: in the address, so that a link or a reload shows the same ----

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const next = { ...none, open: new Set(asked.getAll("open")) };
    for (const key of Object.keys(none)) {
      if (asked.has(key)) next[key] = asked.get(key);
    }
    return next;
  }

  function write() {
    const said = new URLSearchParams();
    for (const [key, value] of Object.entries(none)) {
      if (state[key] !== value) said.set(key, state[key]);
    }
    for (const name of state.open) said.append("open", name);
    const hash = said.toString();
    try {
      history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
    } catch {
      // A mail program's viewer may not let the address change; all else works.
    }
  }

  // ---- Which students, in which order ----

  function fits(concept, at) {
    if (state.concept && at !== state.concept - 1) return false;
    if (state.people !== "" && (concept.people === null || levelOf[concept.people] !== +state.people)) return false;
    if (state.ai !== "" && (concept.ai === null || levelOf[concept.ai] !== +state.ai)) return false;
    switch (state.mode) {
      case "disagreements": return concept.error !== null && concept.error !== 0;
      case "far": return Math.abs(concept.error ?? 0) >= 2;
      case "split": return concept.split;
      default: return true;
    }
  }

  function textOf(student) {
    student.text ??= [student.name, student.note, student.code,
      ...student.concepts.flatMap((it) => [it.reason, it.observations, it.evidence])].join("\n").toLowerCase();
    return student.text;
  }

  function shows(student) {
    if (state.mode === "errors" && student.status === "GRADED") return false;
    if (!student.concepts.some(fits)) return false;
    return textOf(student).includes(state.q.trim().toLowerCase());
  }

  const off = (student) => student.concepts.map((it) => Math.abs(it.error ?? 0));
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const keys = {
    wrong: (it) => off(it).filter((error) => error > 0).length,
    error: (it) => Math.max(0, ...off(it)) * 1000 + sum(off(it)),
    slow: (it) => it.seconds,
    cost: (it) => it.usd ?? -1,
  };

  function shown() {
    const found = students.filter(shows);
    const key = Object.hasOwn(keys, state.sort) ? keys[state.sort] : null;
    return key ? found.sort((a, b) => key(b) - key(a)) : found;
  }

  // ---- Programs ----

  const WORDS = new Set(("break case catch class const continue default delete do else export extends false finally for function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while with yield").split(" "));
  const TOKEN = /(\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?)|(\b\d[\w.]*)|([A-Za-z_$][\w$]*)|\s+|[^]/g;

  /** The program's lines, each a list of texts with the class of their colour. */
  function colour(code) {
    const lines = [[]];
    for (const [text, comment, string, number, word] of code.replace(/\r\n?/g, "\n").matchAll(TOKEN)) {
      const kind = comment ? "comment" : string ? "string" : number ? "number" : word && WORDS.has(word) ? "word" : "";
      text.split("\n").forEach((part, i) => {
        if (i > 0) lines.push([]);
        if (part) lines.at(-1).push([part, kind]);
      });
    }
    if (lines.length > 1 && lines.at(-1).length === 0) lines.pop();
    return lines;
  }

  function marks(student) {
    const byLine = new Map();
    student.concepts.forEach((concept, at) => {
      for (const item of concept.items) {
        for (let line = item.from; line <= Math.min(item.to, item.from + 999); line++) {
          if (!byLine.has(line)) byLine.set(line, new Map());
          byLine.get(line).set(at, item.message || concept.observations);
        }
      }
    });
    return byLine;
  }

  function program(student) {
    const box = make("div", "program");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Program of " + student.name);
    if (!student.code.trim()) {
      box.append(make("p", "quiet", "The program is blank."));
      return box;
    }
    const marked = marks(student);
    const lines = make("ol", "code");
    colour(student.code).forEach((parts, i) => {
      const line = make("li");
      line.dataset.line = i + 1;
      const text = make("code");
      for (const [part, kind] of parts) text.append(kind ? make("span", kind, part) : part);
      line.append(text);
      const evidence = marked.get(i + 1);
      if (evidence) {
        line.classList.add("evidence");
        line.dataset.concepts = [...evidence.keys()].map((at) => at + 1).join(" ");
        const names = [...evidence.keys()].map((at) => concepts[at].name).join(", ");
        const badge = make("span", "badges", ...[...evidence.keys()].map((at) => make("span", "mark", String(at + 1))));
        badge.title = [...evidence].map(([at, message]) => at + 1 + " " + concepts[at].name + ": " + message).join("\n");
        badge.setAttribute("role", "img");
        badge.setAttribute("aria-label", "Evidence for " + names);
        line.append(badge);
      }
      lines.append(line);
    });
    box.append(lines);
    return box;
  }

  // ---- One student ----

  const FOUND = { AS_STATED: "", ELSEWHERE: "on other lines than the AI says", NOWHERE: "this code is not in the program", NOT_QUOTED: "" };

  function points(article, from, to) {
    for (const line of article.querySelectorAll("li[data-line]")) {
      line.classList.toggle("pointed", +line.dataset.line >= from && +line.dataset.line <= to);
    }
    article.querySelector("li.pointed")?.scrollIntoView({ block: "nearest" });
  }

  function evidenceOf(concept, article) {
    if (!concept.items.length) return concept.evidence ? [make("p", "text", concept.evidence)] : [];
    const places = make("ul", "places");
    for (const item of concept.items) {
      const lines = item.from === item.to ? "Line " + item.from : "Lines " + item.from + "–" + item.to;
      const place = make("li", "", button("link", lines, () => points(article, item.from, item.to)), " ", make("span", "", item.message));
      if (item.code) place.append(" ", make("code", "", item.code));
      if (FOUND[item.found]) place.append(" ", make("em", "warning", "⚠ " + FOUND[item.found]));
      places.append(place);
    }
    const literal = make("details", "", make("summary", "", "word for word"), make("p", "text", concept.evidence));
    return [places, literal];
  }

  function labelOf(who, label, at, className) {
    const box = make("div", "label " + className, make("span", "who", who), " ", make("strong", "", label === null ? "none" : labels[label]));
    const description = label === null ? "" : concepts[at].descriptions[label];
    if (description) box.append(make("p", "rubric", description));
    return box;
  }

  function verdictOf(concept) {
    if (concept.error === null) return "nothing to compare";
    if (concept.error === 0) return "✓ right";
    return signed(concept.error) + (concept.error > 0 ? ", too generous" : ", too strict");
  }

  function conceptCard(concept, at, article) {
    const card = make("section", "concept " + nearness(concept));
    card.dataset.concept = at + 1;
    if (state.concept && at === state.concept - 1) card.classList.add("chosen");
    const toggle = button("mark-toggle", "Mark only this", () => {
      const only = toggle.getAttribute("aria-pressed") !== "true";
      for (const other of article.querySelectorAll(".mark-toggle")) other.setAttribute("aria-pressed", "false");
      toggle.setAttribute("aria-pressed", String(only));
      markOnly(article, only ? at + 1 : null);
    });
    toggle.setAttribute("aria-pressed", "false");
    toggle.setAttribute("aria-label", "Mark only the evidence for " + concepts[at].name);
    const heading = make("h4", "", make("span", "mark", String(at + 1)), " ", concepts[at].name, " ", make("span", "outcome", verdictOf(concept)));
    card.append(make("div", "concept-head", heading, ...(concept.items.length ? [toggle] : [])));
    card.append(make("div", "labels", labelOf("People", concept.people, at, ""), labelOf("AI", concept.ai, at, nearness(concept))));
    if (concept.votes.length) {
      const votes = make("p", "votes", make("span", "who", "Votes"), " ");
      concept.votes.forEach((vote) => votes.append(make("span", "vote", short(vote)), " "));
      if (concept.split) votes.append(make("em", "warning", "split"));
      card.append(votes);
    }
    const told = make("dl", "told");
    const tell = (name, ...inside) => told.append(make("dt", "", name), make("dd", "text", ...inside));
    if (concept.reason) tell("Reason", concept.reason);
    if (concept.observations) tell("Observations", concept.observations);
    const evidence = evidenceOf(concept, article);
    if (evidence.length) tell("Evidence", ...evidence);
    card.append(told);
    return card;
  }

  function markOnly(article, concept) {
    for (const line of article.querySelectorAll("li[data-concepts]")) {
      line.classList.toggle("evidence", concept === null || line.dataset.concepts.split(" ").includes(String(concept)));
    }
  }

  function responsesOf(student) {
    if (!student.responses.length) return [];
    const details = make("details", "responses", make("summary", "", "Responses, word for word (" + student.responses.length + ")"));
    student.responses.forEach((response, i) => {
      details.append(make("h4", "", "Response " + (i + 1)));
      if (response.problem !== null) details.append(make("p", "warning", "⚠ Not used: " + response.problem));
      details.append(make("pre", "text", response.text));
    });
    return [details];
  }

  function body(student, article) {
    const facts = make("dl", "facts inline", ...student.facts.map((fact) => make("div", "", make("dt", "", fact.name), make("dd", "", fact.value))));
    const cards = make("div", "concepts", ...(student.status === "GRADED" ? student.concepts.map((it, at) => conceptCard(it, at, article)) : peopleOnly(student)));
    const box = make("div", "student-body");
    if (student.note) box.append(make("p", student.status === "GRADED" ? "quiet" : "problem", student.note));
    box.append(facts, make("div", "beside", program(student), cards), ...responsesOf(student));
    return box;
  }

  function peopleOnly(student) {
    return student.concepts.map((it, at) => make("section", "concept none",
      make("h4", "", make("span", "mark", String(at + 1)), " ", concepts[at].name), make("div", "labels", labelOf("People", it.people, at, ""))));
  }

  function chips(student) {
    if (student.status !== "GRADED") return [make("span", "status", student.status === "FAILED" ? "✗ failed" : "not run")];
    return student.concepts.map((it, at) => {
      const chip = make("span", "chip " + nearness(it), it.error === null ? "–" : it.error === 0 ? "✓" : String(Math.abs(it.error)));
      chip.title = concepts[at].name + ": people " + short(it.people) + ", AI " + short(it.ai);
      if (state.concept && at === state.concept - 1) chip.classList.add("chosen");
      return chip;
    });
  }

  function summaryOf(student) {
    const wrong = keys.wrong(student);
    if (student.status !== "GRADED") return student.note;
    return wrong ? wrong + (wrong === 1 ? " disagreement" : " disagreements") : "";
  }

  function makeArticle(student, index) {
    const box = make("article", "student " + student.status.toLowerCase());
    box.dataset.student = student.name;
    const opener = button("opener", "", () => setOpen(!state.open.has(student.name)));
    opener.append(make("span", "student-name", student.name), make("span", "chips", ...chips(student)), make("span", "quiet summary", summaryOf(student)));
    const panel = make("div", "panel");
    panel.id = "panel-" + index;
    opener.setAttribute("aria-controls", panel.id);
    box.append(make("h3", "", opener), panel);
    function paint() {
      const open = state.open.has(student.name);
      opener.setAttribute("aria-expanded", String(open));
      panel.hidden = !open;
      if (open && !panel.firstChild) {
        panel.append(body(student, box));
        if (state.concept) markOnly(box, +state.concept);
      }
    }
    function setOpen(open) {
      state.open[open ? "add" : "delete"](student.name);
      paint();
      write();
    }
    return { box, paint };
  }

  // ---- The page ----

  /** Made when first shown; again when another key concept is chosen, which they emphasise. */
  let articles = { concept: "", of: new Map() };

  function articleOf(student) {
    if (articles.concept !== state.concept) articles = { concept: state.concept, of: new Map() };
    if (!articles.of.has(student)) articles.of.set(student, makeArticle(student, students.indexOf(student)));
    return articles.of.get(student);
  }

  function paintList() {
    const found = shown();
    const elements = found.map(articleOf);
    elements.forEach((it) => it.paint());
    list.replaceChildren(...elements.map((it) => it.box));
    if (!found.length) list.append(make("p", "empty", "No student is like that."));
    byId("count").textContent = found.length + " of " + students.length + (students.length === 1 ? " student" : " students");
  }

  function paintControls() {
    for (const name of fields) filters.elements[name].value = state[name];
    for (const one of byId("modes").children) one.setAttribute("aria-pressed", String(one.dataset.mode === state.mode));
    for (const one of byId("heat-mode").children) one.setAttribute("aria-pressed", String(one.dataset.heat === state.heat));
    for (const cell of document.querySelectorAll(".heat td[data-count]")) {
      cell.firstElementChild.textContent = cell.dataset[state.heat];
      cell.dataset.shade = cell.dataset[state.heat + "Shade"];
    }
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    if (state.theme) document.documentElement.dataset.theme = state.theme;
    else delete document.documentElement.dataset.theme;
    byId("theme").setAttribute("aria-pressed", String(dark));
  }

  function change(what) {
    state = { ...state, ...what };
    write();
    paintControls();
    paintList();
  }

  function follow() {
    const theme = state.theme;
    const heat = state.heat;
    state = read();
    if (!state.theme) state.theme = theme;
    if (state.heat === "count") state.heat = heat;
    if (!["count", "row", "column"].includes(state.heat)) state.heat = "count";
    write();
    paintControls();
    paintList();
  }

  function showStudents() {
    const opened = [...state.open].length === 1 && list.querySelector("article .opener[aria-expanded=true]");
    const target = opened || byId("students");
    target.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  }

  byId("modes").addEventListener("click", (event) => event.target.dataset.mode && change({ mode: event.target.dataset.mode }));
  byId("heat-mode").addEventListener("click", (event) => event.target.dataset.heat && change({ heat: event.target.dataset.heat }));
  byId("theme").addEventListener("click", () => change({ theme: byId("theme").getAttribute("aria-pressed") === "true" ? "light" : "dark" }));
  byId("reset").addEventListener("click", () => change({ ...none, theme: state.theme, heat: state.heat, open: new Set() }));
  byId("open-all").addEventListener("click", () => change({ open: new Set(shown().map((it) => it.name)) }));
  byId("close-all").addEventListener("click", () => change({ open: new Set() }));
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", (event) => change({ [event.target.name]: event.target.value }));
  addEventListener("hashchange", () => {
    follow();
    showStudents();
  });
  // A link to a section scrolls and leaves the state in the address alone.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const section = link && byId(link.getAttribute("href").slice(1));
    if (section) {
      event.preventDefault();
      section.scrollIntoView();
      section.tabIndex = -1;
      section.focus({ preventScroll: true });
    } else if (link && link.getAttribute("href") === location.hash) {
      event.preventDefault();
      showStudents();
    }
  });
  follow();
  if (state.open.size || ["mode", ...fields].some((key) => state[key] !== none[key])) showStudents();
})();
