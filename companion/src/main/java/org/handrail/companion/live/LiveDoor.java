package org.handrail.companion.live;

import org.handrail.companion.people.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a page listens: under its own role's path, so that the same rights hold. */
@RestController
class LiveDoor {

    private final LivePages pages;

    LiveDoor(LivePages pages) {
        this.pages = pages;
    }

    @GetMapping(
            path = {"/mentor/live", "/mentee/live", "/coordinator/live"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(@AuthenticationPrincipal SignedIn who) {
        return pages.open(who.id());
    }
}
