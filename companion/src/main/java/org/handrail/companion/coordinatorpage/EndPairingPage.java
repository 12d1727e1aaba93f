package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import org.handrail.companion.live.LivePages;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.Pairing;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator ends a pairing, for a mentee who cannot. It says first what that means. */
@Controller
@RequestMapping("/coordinator/watches/{device}/end")
class EndPairingPage {

    private final Pairings pairings;
    private final OpenRows names;
    private final People people;
    private final LivePages livePages;
    private final Clock clock;

    EndPairingPage(Pairings pairings, OpenRows names, People people, LivePages livePages, Clock clock) {
        this.pairings = pairings;
        this.names = names;
        this.people = people;
        this.livePages = livePages;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, @PathVariable String device, Model model) {
        var coordinator = coordinator(who);
        var pairing = pairing(device);
        model.addAttribute("who", names.nameFor(pairing.mentee(), coordinator));
        model.addAttribute("device", pairing.device().value());
        model.addAttribute("since", new PlainTimes(coordinator.zone(), clock.instant()).at(pairing.since()));
        return "coordinator/end-pairing";
    }

    @PostMapping
    String end(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String device,
            @RequestParam(defaultValue = "false") boolean isLost,
            RedirectAttributes redirect) {
        var coordinator = coordinator(who);
        var pairing = pairing(device);
        var reason = isLost ? PairingEnd.Reason.LOST : PairingEnd.Reason.UNPAIRED;
        pairings.unpair(pairing.device(), PairingEnd.asked(reason, coordinator.id()));
        livePages.changed(pairing.mentee().value());
        redirect.addFlashAttribute(
                "said", "The pairing has ended: " + names.nameFor(pairing.mentee(), coordinator) + ".");
        return "redirect:/coordinator";
    }

    private Pairing pairing(String device) {
        if (!DeviceId.isValid(device)) {
            throw new NothingHere();
        }
        return pairings.find(new DeviceId(device)).orElseThrow(NothingHere::new);
    }

    private Person coordinator(SignedIn who) {
        return people.find(who.id()).orElseThrow(NothingHere::new);
    }
}
