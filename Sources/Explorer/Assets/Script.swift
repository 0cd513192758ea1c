extension Assets {
    /// The site's only script: it looks at changing sections anew and says when the server is gone. Every page works without it.
    static let explorerScript = """
        "use strict";
        (() => {
          const sections = () => [...document.querySelectorAll("[data-live]")];
          if (!sections().length || !window.EventSource) return;
          let seen = null, heard = new Date(), bar = null, watch = null;
          const time = (date) => date.toLocaleTimeString();
          const lost = () => {
            if (bar) return;
            bar = document.createElement("p");
            bar.className = "lost";
            bar.setAttribute("role", "status");
            bar.textContent = "Disconnected since " + time(heard) + ", showing the state of then. Is vlens serve still running?";
            document.body.append(bar);
          };
          const found = () => { if (bar) { bar.remove(); bar = null; } };
          // What was chosen, opened or focused stays so, wherever it stands now.
          const name = (part) => [part.tagName, part.name, part.value, part.getAttribute("href"), part.id,
            part.tagName === "DETAILS" ? part.querySelector("summary")?.textContent : part.textContent].join(" ");
          const find = (section, wanted) =>
            [...section.querySelectorAll("a,button,input,select,textarea,summary,details,[tabindex]")]
              .filter((part) => wanted.includes(name(part)));
          const keep = (section) => {
            const chosen = [...section.querySelectorAll("input:checked")].map(name);
            const open = [...section.querySelectorAll("details[open]")].map(name);
            const focus = section.contains(document.activeElement) ? [name(document.activeElement)] : [];
            return (fresh) => {
              find(fresh, chosen).forEach((input) => { input.checked = true; });
              find(fresh, open).forEach((details) => { details.open = true; });
              find(fresh, focus).slice(0, 1).forEach((part) => part.focus({ preventScroll: true }));
            };
          };
          const renew = async (section) => {
            const answer = await fetch(section.dataset.live, { cache: "no-store", credentials: "same-origin" });
            // The page that waited is another one now.
            if (answer.status === 404) { location.reload(); return; }
            if (!answer.ok) return;
            const text = await answer.text();
            const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("section");
            if (!fresh || fresh.id !== section.id || !section.isConnected) return;
            const restore = keep(section);
            const node = document.importNode(fresh, true);
            section.replaceWith(node);
            restore(node);
          };
          const source = new EventSource("/live");
          source.onmessage = (event) => {
            heard = new Date();
            found();
            clearTimeout(watch);
            watch = setTimeout(lost, 5000);
            if (seen !== null && seen !== event.data) sections().forEach((section) => renew(section).catch(lost));
            seen = event.data;
          };
          source.onerror = lost;
          addEventListener("pagehide", () => source.close());
          addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
        })();

        """
}
