/*
 * Says how long a code is still good. The page tells what the house's clock said when it was made, so a browser whose own clock
 * is wrong counts right. Without this script the page says until when.
 */
(() => {
  "use strict";
  const part = document.querySelector("[data-server-ms]");
  if (!part) {
    return;
  }
  const ahead = Number(part.dataset.serverMs) - performance.now();

  setInterval(() => {
    part.querySelectorAll("[data-until-ms]").forEach(timer => {
      const left = Math.ceil((Number(timer.dataset.untilMs) - performance.now() - ahead) / 1000);
      if (left < 0) {
        location.reload();
        return;
      }
      const seconds = String(left % 60).padStart(2, "0");
      timer.textContent = ` ${Math.floor(left / 60)}:${seconds} left.`;
    });
  }, 500);
})();
