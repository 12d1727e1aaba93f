package org.handrail.companion.web;

import org.handrail.companion.people.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody comes in, and from where each goes to the page that is theirs. */
@Controller
class FrontDoor {

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn who) {
        return "redirect:" + PageFrame.homeOf(who.role());
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }
}
