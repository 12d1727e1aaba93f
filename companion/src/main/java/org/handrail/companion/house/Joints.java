package org.handrail.companion.house;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.handrail.alerts.NudgeCourier;
import org.handrail.analytics.FrameIntake;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.MenteeZones;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.ingest.Downlink;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.FrameSink;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Nudge;
import org.handrail.signals.NudgeCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rooms meet that must not know each other. */
@Configuration(proxyBeanMethods = false)
class Joints {

    private static final long SECONDS_TO_REACH_THE_BROKER = 10;

    @Bean
    FrameSink framesGoToTheLanes(FrameIntake lanes) {
        return lanes::accept;
    }

    @Bean
    FrameLog lanesReadTheArchive(FrameArchive archive) {
        return new FrameLog() {
            @Override
            public void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> reader) {
                archive.readAfter(mentee, position, reader);
            }

            @Override
            public Map<MenteeId, Long> lastPositions() {
                return archive.lastPositions();
            }
        };
    }

    @Bean
    MenteeZones menteesLiveWhereTheySay(People people) {
        return mentee -> people.find(mentee.value()).map(Person::zone).orElse((ZoneId) ZoneOffset.UTC);
    }

    @Bean
    NudgeCourier nudgesGoDownToTheWatch(Downlink downlink) {
        return (mentee, nudge) -> send(downlink, mentee, nudge);
    }

    private static void send(Downlink downlink, MenteeId mentee, Nudge nudge) {
        CompletableFuture<Boolean> taken = downlink.send(mentee, NudgeCodec.encode(nudge), nudge.expiresAt());
        try {
            if (!taken.get(SECONDS_TO_REACH_THE_BROKER, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker did not take the nudge for any watch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted on the way to the broker", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not answer", e);
        }
    }
}
