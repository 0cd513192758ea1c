import Reports

extension Assets {
    /// The annotators' only script: each change of a choice is a save of its own, one after another; a page is left when all is
    /// acknowledged. Every page works without it, and what it keeps is the server's: nothing is stored in the browser but whether keys
    /// are wanted.
    static let annotateScript = queueScript + itemScript + keyScript

    /// Saves, one after another. A save that is not acknowledged stays first, and is sent again after a pause that grows.
    private static let queueScript = """
        "use strict";
        (() => {
          // A page from the browser's memory shows what stood then.
          addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
          const form = document.querySelector("form[data-desk]");
          if (!form) return;
          const state = form.querySelector("[data-state]");
          const progress = document.querySelector("[data-progress]");
          const item = form.querySelector("input[name=item]").value;
          let revision = form.dataset.revision, queue = [], sending = false, stopped = null, wait = 0, timer = null;
          let leaving = false, touched = false, idle = [], undo = [];
          const say = (words, kind) => {
            if (state.textContent !== words) state.textContent = words;
            state.dataset.kind = kind || "";
          };

          // Seconds for which somebody was here: a minute without a sign of them counts no longer.
          let spent = 0, last = Date.now();
          const tick = () => {
            const now = Date.now();
            if (now - last < 60000 && !document.hidden) spent += (now - last) / 1000;
            last = now;
          };
          ["pointerdown", "pointermove", "keydown", "scroll", "visibilitychange"].forEach((name) =>
            addEventListener(name, tick, { passive: true, capture: true }));

          const body = (fields) => {
            tick();
            const text = new URLSearchParams();
            [["item", item], ["seen", revision], ["seconds", spent.toFixed(1)], ...fields]
              .forEach(([name, value]) => text.append(name, value));
            return text;
          };
          const settle = () => { idle.splice(0).forEach((done) => done(!stopped)); };
          // Resolves when nothing is unsaved: true where all is acknowledged.
          const saved = () => new Promise((done) => {
            if (stopped || (!queue.length && !sending)) done(!stopped); else idle.push(done);
          });
          const later = (words) => {
            wait = Math.min(wait ? wait * 2 : 1000, 30000);
            say(words + " It is tried again in " + Math.round(wait / 1000) + " s; nothing that you chose is lost while this "
              + "page is open.", "problem");
            clearTimeout(timer);
            timer = setTimeout(send, wait);
          };
          async function send() {
            if (sending || stopped || !queue.length) return;
            sending = true;
            const entry = queue[0];
            say("Saving …");
            let answer = null, text = null;
            const limit = new AbortController(), alarm = setTimeout(() => limit.abort(), 20000);
            try {
              answer = await fetch(form.action, {
                method: "POST", body: body(entry.fields), credentials: "same-origin", cache: "no-store", redirect: "error",
                headers: { "Accept": "application/json" }, signal: limit.signal });
              text = await answer.json();
            } catch { text = null; }
            clearTimeout(alarm);
            sending = false;
            if (answer && answer.ok && text && text.revision !== undefined && text.item === item) {
              wait = 0;
              queue.shift();
              if (!entry.undoes && String(text.revision) !== revision) undo.push(text.revision);
              revision = String(text.revision);
              form.elements.seen.value = revision;
              if (progress) progress.textContent = text.progress;
              if (entry.undoes) show(text);
              if (queue.length) { send(); return; }
              say(standing(text), "saved");
              settle();
            } else if (answer && answer.status === 409 && text && text.stale) {
              stopped = { force: true };
              ask("Not saved: something else was saved for this item meanwhile, perhaps in another window of yours.", true);
              settle();
            } else if (answer && (answer.status === 422 || answer.status === 413)) {
              // What can't be kept is not sent again as it is.
              queue.shift();
              stopped = { force: false };
              ask("Not saved: " + (text && text.error ? text.error : "it is too long."), false);
              settle();
            } else if (answer && (answer.status === 403 || answer.status === 404 || answer.status === 410)) {
              later("Not saved: " + (text && text.error ? text.error : "the server does not know this page."));
            } else {
              later("Not saved: the server " + (answer ? "could not keep it." : "can’t be reached."));
            }
          }
          const standing = (text) => {
            if (!codes.length) return text.complete ? "Saved. All questions are answered." : "Saved.";
            if (text.complete) return text.none ? "Saved: no code applies." : "Saved. The item is coded.";
            return "Saved. “Save and next” says of all other codes that they do not apply.";
          };
          // What was refused is kept on the page; one click saves it all the same.
          const ask = (words, canForce) => {
            say(words, "problem");
            const button = (label, act) => {
              const made = document.createElement("button");
              made.type = "button";
              made.textContent = label;
              made.addEventListener("click", act);
              state.append(" ", made);
            };
            if (canForce) {
              button("Save mine all the same", () => {
                stopped = null;
                queue = [{ fields: [...all(), ["force", "1"]] }];
                send();
              });
            }
            button("Show what is saved", () => { leaving = true; location.reload(); });
          };
          addEventListener("online", () => { clearTimeout(timer); send(); });
          const put = (fields, undoes) => {
            if (stopped && stopped.force) return;
            // What was refused still stands on the page: the next save has all of it, so that none is left behind.
            if (stopped && !undoes) fields = all();
            [stopped, touched] = [null, true];
            queue.push({ fields, undoes });
            if (!wait) send();
          };

        """

    /// The item's form: what each control saves, and how the page is left.
    private static let itemScript = """
          const words = form.querySelector("[data-words]");
          const boxes = [...form.querySelectorAll("input[name=word]")];
          const note = form.elements.note;
          const codes = [...form.querySelectorAll("input[name=code]")];
          const none = form.querySelector("input[name=none]");
          const proposal = form.querySelector("input[name=proposal]");
          const defined = form.querySelector("textarea[name=proposal-definition]");
          const isTicked = () => codes.some((box) => box.checked);
          // Of every code whether it applies; what is not ticked is said to, or left open.
          const coded = (other) => codes.map((box) => ["answer-" + box.value, box.checked ? "yes" : other]);
          // Where a code applies it can't be said that none does.
          const sync = () => {
            if (!none) return;
            if (isTicked()) none.checked = false;
            none.disabled = isTicked();
          };
          const proposed = () => proposal ? [["proposal", proposal.value], ["proposal-definition", defined.value]] : [];
          const marked = () => ["words", boxes.filter((box) => box.checked).map((box) => box.value).join(",")];
          const chosen = () => [...form.querySelectorAll("input[type=radio]:checked")].map((radio) => [radio.name, radio.value]);
          const all = () => [...chosen(), ...coded(none && none.checked ? "no" : ""), ["note", note.value], ...proposed(),
            ...(words ? [marked()] : [])];
          let noted = note.defaultValue, pause = null;
          const keepNote = () => {
            clearTimeout(pause);
            pause = null;
            if (note.value === noted) return;
            noted = note.value;
            put([["note", noted]]);
          };
          let said = JSON.stringify(proposed()), waiting = null;
          // Without a name it is not kept yet; where the page is left, the server says what is missing.
          const keepProposal = (leaving) => {
            clearTimeout(waiting);
            waiting = null;
            const now = JSON.stringify(proposed());
            if (now === said || (!leaving && defined.value && !proposal.value.trim())) return;
            said = now;
            put(proposed());
          };
          const keepTexts = (leaving) => { keepNote(); keepProposal(leaving); };

          // What stands is what the server wrote into the page, not what a browser remembers of another one.
          const reset = () => { if (!touched) form.reset(); sync(); };
          reset();
          addEventListener("pageshow", reset);
          addEventListener("load", () => setTimeout(reset, 0));
          ["input", "change", "keydown", "pointerdown"].forEach((name) =>
            form.addEventListener(name, (event) => { if (event.isTrusted) touched = true; }, { capture: true }));

          form.addEventListener("change", (event) => {
            const control = event.target;
            if (control.type === "radio") put([[control.name, control.value]]);
            if (control.name === "word") put([marked()]);
            if (control.name === "code") { sync(); put([["answer-" + control.value, control.checked ? "yes" : ""]]); }
            if (control === none) put(coded(none.checked ? "no" : ""));
            if (control === note) keepNote();
            if (proposal && (control === proposal || control === defined)) keepProposal(false);
          });
          [proposal, defined].filter(Boolean).forEach((field) => field.addEventListener("input", () => {
            say("Not saved yet.");
            clearTimeout(waiting);
            waiting = setTimeout(() => keepProposal(false), 900);
          }));
          note.addEventListener("input", () => {
            say("Not saved yet.");
            clearTimeout(pause);
            pause = setTimeout(keepNote, 600);
          });

          // What stands now, where something was undone.
          const show = (text) => {
            form.querySelectorAll("input[type=radio]").forEach((radio) => {
              radio.checked = text.answers[radio.name.slice("answer-".length)] === radio.value;
            });
            codes.forEach((box) => { box.checked = text.answers[box.value] === "yes"; });
            if (none) none.checked = text.none;
            sync();
            if (proposal && JSON.stringify(proposed()) === said) {
              [proposal.value, defined.value] = [text.proposal.name, text.proposal.definition];
              said = JSON.stringify(proposed());
            }
            if (note.value === noted) { note.value = text.note; noted = text.note; }
            boxes.forEach((box) => { box.checked = text.words.includes(Number(box.value)); });
          };

          // A page is left when all is acknowledged, and by nothing that is sent with it.
          const leave = async (go) => {
            keepTexts(true);
            if (!(await saved())) return;
            leaving = true;
            go();
          };
          const submit = (button) => {
            const send = document.createElement("form");
            send.method = "post";
            send.action = form.action;
            const fields = [["item", item], ["seen", revision], ["go", button.value]];
            if (button.value === "skip") fields.push(["why", form.elements.why.value], ["seconds", spent.toFixed(1)]);
            fields.forEach(([name, value]) => {
              const field = document.createElement("input");
              field.type = "hidden";
              field.name = name;
              field.value = value;
              send.append(field);
            });
            document.body.append(send);
            send.submit();
          };
          form.addEventListener("submit", (event) => {
            const button = event.submitter;
            event.preventDefault();
            if (!button || button.value === "stay") { keepTexts(true); if (!queue.length && !sending && !stopped) say("Saved.", "saved"); return; }
            if (button.value === "undo") {
              keepTexts(false);
              const before = undo.pop();
              put([["go", "undo"], ...(before === undefined ? [] : [["undo", before]])], true);
              return;
            }
            if (button.value === "next" && codes.length) {
              if (!isTicked() && !none.checked) {
                say("Nothing is ticked. Tick the codes that apply, or “No code applies” where none does; then go on.", "problem");
                none.focus();
                return;
              }
              put(coded("no"));
            }
            accept().then((done) => { if (done) leave(() => submit(button)); });
          });
          // What a model filled in and nobody changed is accepted by going on.
          const accept = async () => {
            const filled = [...form.querySelectorAll("[data-prefilled] input:checked")].map((radio) => [radio.name, radio.value]);
            if (filled.length) put(filled);
            keepTexts(true);
            return saved();
          };
          document.addEventListener("click", (event) => {
            const link = event.target.closest("a[href]");
            if (!link || link.hash || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
            event.preventDefault();
            leave(() => { location.href = link.href; });
          });
          addEventListener("beforeunload", (event) => {
            keepTexts(false);
            if (!leaving && (queue.length || sending || stopped)) event.preventDefault();
          });

          // Selecting text marks the words that it touches.
          let selecting = false;
          document.addEventListener("selectionchange", () => {
            const selection = getSelection();
            selecting = !!words && !selection.isCollapsed && words.contains(selection.anchorNode);
          });
          if (words) words.addEventListener("click", (event) => { if (selecting) event.preventDefault(); }, { capture: true });
          if (words) words.addEventListener("pointerup", () => setTimeout(() => {
            const selection = getSelection();
            if (selection.isCollapsed || !words.contains(selection.anchorNode)) return;
            const range = selection.getRangeAt(0);
            const touched = boxes.filter((box) => range.intersectsNode(box.nextElementSibling.firstChild));
            if (touched.length) {
              // A selection of marked words alone takes their marks away.
              const marks = touched.some((box) => !box.checked);
              touched.forEach((box) => { box.checked = marks; });
              put([marked()]);
            }
            selection.removeAllRanges();
            setTimeout(() => { selecting = false; }, 0);
          }, 0));
          // Arrows go from word to word.
          if (words) words.addEventListener("keydown", (event) => {
            const place = boxes.indexOf(event.target);
            const turn = words.matches(":dir(rtl)") ? -1 : 1;
            const step = { ArrowRight: turn, ArrowLeft: -turn }[event.key];
            if (place < 0 || !step) return;
            const next = boxes[place + step];
            if (next) next.focus();
            event.preventDefault();
          });
          say(form.dataset.refused === undefined ? "Each change is saved as you make it." : state.textContent);

        """

    /// Keys: each presses what names it, so that what a key does is said by the page alone.
    private static let keyScript = """
          const questions = [...form.querySelectorAll("[data-criterion]")];
          let active = Math.max(0, questions.findIndex((question) => !question.querySelector("input:checked")));
          const frame = (place, scroll) => {
            if (!questions.length) return;
            active = Math.min(Math.max(place, 0), questions.length - 1);
            questions.forEach((question, index) => question.toggleAttribute("data-active", index === active));
            if (scroll) questions[active].scrollIntoView({ block: "nearest" });
          };
          frame(active, false);
          questions.forEach((question, index) => question.addEventListener("focusin", () => frame(index, false)));
          const keys = document.querySelector("[data-keys]");
          const wanted = () => { try { return localStorage.getItem("vlens-keys") !== "off"; } catch { return true; } };
          if (keys) {
            const label = document.createElement("label"), box = document.createElement("input");
            box.type = "checkbox";
            box.checked = wanted();
            box.autocomplete = "off";
            box.addEventListener("change", () => {
              try { localStorage.setItem("vlens-keys", box.checked ? "on" : "off"); } catch { /* as it is */ }
              document.body.classList.toggle("keyless", !box.checked);
            });
            label.append(box, " Use keys");
            keys.append(label);
            document.body.classList.toggle("keyless", !box.checked);
          }
          addEventListener("keydown", (event) => {
            if (event.ctrlKey && event.key === "Enter") { form.querySelector("button.main").click(); return; }
            if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
            const typing = event.target.closest?.("textarea, select, input[type=text], input[type=number]");
            if (event.key === "Escape" && typing) { typing.blur(); return; }
            if (typing || !wanted()) return;
            const radio = questions[active]?.querySelector("input[data-key='" + CSS.escape(event.key) + "']");
            if (radio) {
              event.preventDefault();
              if (!radio.checked) radio.click();
              const open = questions.findIndex((question, index) => index > active && !question.querySelector("input:checked"));
              if (open >= 0) frame(open, true);
              return;
            }
            if (event.key === "\(AnnotateKey.down.rawValue)" || event.key === "\(AnnotateKey.up.rawValue)") {
              frame(active + (event.key === "\(AnnotateKey.down.rawValue)" ? 1 : -1), true);
              return;
            }
            const target = [...document.querySelectorAll("[data-key]")]
              .find((part) => part.dataset.key === event.key && part.type !== "radio");
            if (!target) return;
            event.preventDefault();
            if (target === none) { none.focus(); return; }
            if (target.tagName === "TEXTAREA") { target.focus(); return; }
            if (target.tagName === "DETAILS") {
              target.open = !target.open;
              if (target.open) (target.querySelector("input") || target.querySelector("summary")).focus();
              return;
            }
            target.click();
          });
        })();

        """
}
