package org.handrail.companion.web;

import java.util.Optional;
import org.handrail.companion.people.Role;
import org.handrail.companion.people.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands each page what its frame needs: whose page it is, and the crisis line. */
@ControllerAdvice
class PageFrame {

    private final String crisisLine;

    PageFrame(@Value("${handrail.crisis-line:988}") String crisisLine) {
        this.crisisLine = crisisLine;
    }

    /**
     * @param crisisLine the number to dial; on the pages of mentees and mentors, and wherever it is not known who looks
     * @param isProtected whether the page carries the notice that the record may not be passed on
     */
    record Frame(String home, Optional<String> crisisLine, boolean isSignedIn, boolean isProtected) {}

    @ModelAttribute("frame")
    Frame frame(@AuthenticationPrincipal @Nullable SignedIn who) {
        if (who == null) {
            return new Frame("/", Optional.of(crisisLine), false, false);
        }
        return switch (who.role()) {
            case MENTEE -> new Frame(homeOf(who.role()), Optional.of(crisisLine), true, false);
            case MENTOR -> new Frame(homeOf(who.role()), Optional.of(crisisLine), true, true);
            case CLINICIAN, COORDINATOR -> new Frame(homeOf(who.role()), Optional.empty(), true, true);
        };
    }

    static String homeOf(Role role) {
        return switch (role) {
            case MENTEE -> "/mentee";
            case MENTOR -> "/mentor";
            case CLINICIAN -> "/clinician";
            case COORDINATOR -> "/coordinator";
        };
    }
}
