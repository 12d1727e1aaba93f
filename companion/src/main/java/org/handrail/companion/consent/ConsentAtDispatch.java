package org.handrail.companion.consent;

import java.util.Optional;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.MentorId;
import org.handrail.signals.MenteeId;
import org.springframework.stereotype.Component;

/** Asks for the consent at the last moment before a mentor is told, and notes the disclosure with it. */
@Component
class ConsentAtDispatch implements DispatchCheck {

    private final Disclosures disclosures;

    ConsentAtDispatch(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Verdict mayTell(MenteeId mentee, MentorId mentor) {
        Optional<Consent> consent =
                disclosures.disclose(mentee, mentor.value(), Scope.STRAINED_STRETCH, "was asked to look in on you");
        return consent.<Verdict>map(held -> new Allowed(held.id())).orElseGet(() -> new Refused(Refusal.NO_CONSENT));
    }
}
