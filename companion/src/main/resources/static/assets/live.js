/*
 * Keeps the part of a page that is marked with data-live as things are. The stream says only "look again"; the page then asks
 * for its part anew. A line says whether that works. A stream that is silent for too long is taken for dead and opened again.
 */
(() => {
  "use strict";
  const SILENT_TOO_LONG_MS = 40_000;
  const LOOK_AGAIN_ANYWAY_MS = 60_000;

  const part = document.querySelector("[data-live]");
  const line = document.querySelector("[data-live-line]");
  if (!part || !line || !window.EventSource) {
    return;
  }
  const words = line.querySelector("[data-live-words]");
  const csrf = document.querySelector("meta[name=csrf]")?.content;
  const title = document.title;
  const receipts = new Set();
  let stream;
  let heardAt = Date.now();
  let lookedAt = Date.now();
  let attempts = 0;
  let shown = "";

  const say = (state, sentence) => {
    line.dataset.state = state;
    if (words.textContent !== sentence) {
      words.textContent = sentence;
    }
  };

  const lookAgain = () => {
    lookedAt = Date.now();
    htmx.ajax("GET", part.dataset.now, { target: part, swap: "innerHTML" }).catch(() => {});
  };

  /* Only what somebody may have seen is reported as shown: the page is in sight, not in a pocket. */
  const sendReceipts = () => {
    const count = part.querySelectorAll("[data-counts]").length;
    document.title = count > 0 ? `(${count}) ${title}` : title;
    if (document.visibilityState !== "visible") {
      return;
    }
    part.querySelectorAll("[data-receipt]").forEach(({ dataset }) => {
      const url = dataset.receipt;
      if (!receipts.has(url)) {
        receipts.add(url);
        fetch(url, { method: "POST", headers: { "X-CSRF-TOKEN": csrf }, keepalive: true })
          .then(response => response.ok || receipts.delete(url))
          .catch(() => receipts.delete(url));
      }
    });
  };

  const open = () => {
    stream?.close();
    heardAt = Date.now();
    stream = new EventSource(part.dataset.live);
    stream.addEventListener("open", () => {
      attempts = 0;
      heardAt = Date.now();
      say("connected", `Connected. ${part.dataset.said}`);
      lookAgain();
    });
    stream.addEventListener("tick", () => {
      heardAt = Date.now();
      if (heardAt - lookedAt > LOOK_AGAIN_ANYWAY_MS) {
        lookAgain();
      }
    });
    stream.addEventListener("changed", () => {
      heardAt = Date.now();
      lookAgain();
    });
    stream.addEventListener("error", () => {
      say("trying", "Not connected. Trying again…");
      if (stream.readyState === EventSource.CLOSED) {
        attempts += 1;
        setTimeout(open, Math.min(1000 * attempts, 10_000));
      }
    });
  };

  /* The same but for the tokens in its forms, which are masked anew each time. */
  const withoutTokens = text => text.replaceAll(/name="_csrf" value="[^"]*"/g, "");

  document.body.addEventListener("htmx:beforeSwap", event => {
    const { xhr } = event.detail;
    if (new URL(xhr.responseURL).pathname === "/sign-in") {
      event.detail.shouldSwap = false;
      location.assign("/sign-in");
    } else if (xhr.status === 200) {
      const anew = withoutTokens(xhr.responseText);
      event.detail.shouldSwap = anew !== shown;
      shown = anew;
    }
  });
  document.body.addEventListener("htmx:afterSettle", sendReceipts);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      sendReceipts();
      lookAgain();
    }
  });
  setInterval(() => {
    if (Date.now() - heardAt > SILENT_TOO_LONG_MS) {
      say("trying", "Not connected. Trying again…");
      open();
    }
  }, 5_000);

  sendReceipts();
  open();
})();
