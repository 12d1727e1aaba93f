package org.handrail.alerts.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptId;
import org.handrail.signals.MenteeId;

/** One attempt to carry a prompt to one phone or page. */
record Delivery(
        UUID id,
        PromptId prompt,
        MenteeId mentee,
        MentorId mentor,
        Channel channel,
        Optional<String> token,
        int attempt,
        Instant dueAt,
        DeliveryState state) {}
