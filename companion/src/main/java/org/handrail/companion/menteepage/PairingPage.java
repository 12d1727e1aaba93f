package org.handrail.companion.menteepage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.handrail.companion.pairing.PairingLink;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.PairingCodes;
import org.handrail.ingest.PairingCodes.EarlierWatches;
import org.handrail.ingest.PairingCodes.Issued;
import org.handrail.ingest.PairingCodes.State;
import org.handrail.ingest.Pairings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows a mentee the code for a new watch, until it is used or over. The code is kept in the session that asked for it,
 * since the house itself cannot say it again.
 */
@Controller
@RequestMapping("/mentee/watches/code")
class PairingPage {

    /** Continued by the mentee's id, since a session may outlive a sign-in. */
    private static final String CODE = PairingPage.class.getName() + ".code.";

    private final People people;
    private final PairingCodes codes;
    private final Pairings pairings;
    private final PairingLink link;
    private final Clock clock;

    PairingPage(People people, PairingCodes codes, Pairings pairings, PairingLink link, Clock clock) {
        this.people = people;
        this.codes = codes;
        this.pairings = pairings;
        this.link = link;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
        fill(who, request, model);
        return "mentee/code";
    }

    @GetMapping("/now")
    String now(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
        fill(who, request, model);
        return "mentee/code :: now";
    }

    @PostMapping
    String issue(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "END") EarlierWatches earlier,
            HttpSession session) {
        var issued = codes.issue(mentee(who).asMentee(), earlier, clock.instant());
        session.setAttribute(CODE + who.id(), new Kept(issued, earlier));
        return "redirect:/mentee/watches/code";
    }

    private record Kept(Issued issued, EarlierWatches earlier) {}

    private void fill(SignedIn who, HttpServletRequest request, Model model) {
        var mentee = mentee(who);
        var now = clock.instant();
        var kept = kept(request, who);
        var state = kept.map(code -> codes.stateOf(code.issued().id(), now));
        var times = new PlainTimes(mentee.zone(), now);
        var seenAs =
                URI.create(ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        model.addAttribute(
                "sheet",
                kept.filter(code -> state.equals(Optional.of(State.OPEN)))
                        .map(code -> CodeSheet.of(
                                code.issued(),
                                code.earlier(),
                                link.to(code.issued().code(), seenAs),
                                times)));
        model.addAttribute("isPaired", state.equals(Optional.of(State.REDEEMED)));
        model.addAttribute("isOver", state.equals(Optional.of(State.OVER)));
        model.addAttribute("hasWatch", !pairings.devicesOf(mentee.asMentee()).isEmpty());
        model.addAttribute("nowMs", now.toEpochMilli());
    }

    private static Optional<Kept> kept(HttpServletRequest request, SignedIn who) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(CODE + who.id()))
                .filter(Kept.class::isInstance)
                .map(Kept.class::cast);
    }

    private Person mentee(SignedIn who) {
        return people.find(who.id()).orElseThrow(NothingHere::new);
    }
}
