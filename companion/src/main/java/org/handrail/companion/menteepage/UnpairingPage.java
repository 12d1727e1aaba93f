package org.handrail.companion.menteepage;

import java.util.Optional;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.handrail.ingest.Pairing;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a mentee ends the pairing of a watch of their own. It says first what that means. */
@Controller
@RequestMapping("/mentee/watches/{device}")
class UnpairingPage {

    private final Pairings pairings;

    UnpairingPage(Pairings pairings) {
        this.pairings = pairings;
    }

    @GetMapping("/end")
    String page(@AuthenticationPrincipal SignedIn who, @PathVariable String device, Model model) {
        var own = own(who, device);
        model.addAttribute("device", own.device().value());
        model.addAttribute("name", OwnWatch.nameOf(Optional.of(own)));
        return "mentee/unpair";
    }

    @PostMapping("/unpair")
    String unpair(@AuthenticationPrincipal SignedIn who, @PathVariable String device, RedirectAttributes redirect) {
        return end(
                who,
                device,
                PairingEnd.Reason.UNPAIRED,
                "Your watch is unpaired. Nothing it sends is taken any more.",
                redirect);
    }

    @PostMapping("/lost")
    String lost(@AuthenticationPrincipal SignedIn who, @PathVariable String device, RedirectAttributes redirect) {
        return end(
                who,
                device,
                PairingEnd.Reason.LOST,
                "Good that you said so. The watch is shut out: nothing it sends is taken, and it is asked nothing any more.",
                redirect);
    }

    private String end(
            SignedIn who, String device, PairingEnd.Reason reason, String said, RedirectAttributes redirect) {
        pairings.unpair(own(who, device).device(), PairingEnd.asked(reason, who.id()));
        redirect.addFlashAttribute("said", said);
        return "redirect:/mentee";
    }

    private Pairing own(SignedIn who, String device) {
        if (!DeviceId.isValid(device)) {
            throw new NothingHere();
        }
        return pairings.find(new DeviceId(device))
                .filter(pairing -> pairing.mentee().equals(new MenteeId(who.id())))
                .orElseThrow(NothingHere::new);
    }
}
