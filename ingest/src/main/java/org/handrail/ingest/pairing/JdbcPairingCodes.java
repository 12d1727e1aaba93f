package org.handrail.ingest.pairing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.PairingCode;
import org.handrail.ingest.PairingCodes;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.Redemption;
import org.handrail.ingest.pairing.CodeRows.Claim;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes in PostgreSQL. A redemption claims the code and pairs the device in one transaction, tells the broker, and then ends
 * the earlier watches. Where the broker cannot be told the pairing ends and the code opens again. Where this process dies,
 * or the answer is lost on its way, the code is used and the device unknown to anybody: the mentee asks for a new code, by
 * which that device is replaced like any other.
 */
public final class JdbcPairingCodes implements PairingCodes {

    private static final Logger log = LoggerFactory.getLogger(JdbcPairingCodes.class);

    private static final Duration BROKER_IS_BACK_AFTER = Duration.ofSeconds(10);

    private final CodeRows codes;
    private final AttemptRows attempts;
    private final JdbcPairings pairings;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private volatile @Nullable CodeHash hash;

    public JdbcPairingCodes(DataSource dataSource, JdbcPairings pairings, Clock clock) {
        this.codes = new CodeRows(dataSource);
        this.attempts = new AttemptRows(dataSource);
        this.pairings = pairings;
        this.clock = clock;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Override
    public Issued issue(MenteeId mentee, EarlierWatches earlier, Instant now) {
        var issued = new Issued(UUID.randomUUID(), PairingCode.next(), now.plus(VALID_FOR));
        codes.put(mentee, issued.id(), hash().of(issued.code()), issued.expiresAt(), earlier);
        return issued;
    }

    @Override
    public State stateOf(UUID id, Instant now) {
        return codes.stateOf(id, now);
    }

    @Override
    public Redemption redeem(PairingCode code, String source, DeviceMake make, Instant now) {
        var wait = attempts.begin(source, now);
        if (wait.isPresent()) {
            return new Redemption.TooManyAttempts(wait.get());
        }
        var hashed = hash().of(code);
        Optional<Claimed> claimed = transactions.execute(status -> claim(hashed, make, now));
        if (claimed.isEmpty()) {
            return new Redemption.WrongCode();
        }
        attempts.takeBack(source);
        return admit(claimed.get(), hashed);
    }

    /** Wrong codes that slow nobody down any more. */
    void forgetOldAttempts() {
        attempts.forgetBefore(clock.instant().minus(Guessing.ONE_SOURCE.forgottenAfter()));
    }

    private record Claimed(Claim claim, DeviceCredential credential) {}

    private Optional<Claimed> claim(byte[] hashed, DeviceMake make, Instant now) {
        return codes.claim(hashed, now)
                .map(claim -> new Claimed(claim, pairings.insert(claim.mentee(), Optional.of(make))));
    }

    private Redemption admit(Claimed claimed, byte[] hashed) {
        var credential = claimed.credential();
        try {
            pairings.admit(credential);
        } catch (RuntimeException fault) {
            log.warn("Device {} was not paired and its code is open again", credential.device(), fault);
            codes.reopen(hashed);
            return new Redemption.BrokerAway(BROKER_IS_BACK_AFTER);
        }
        if (claimed.claim().earlier() == EarlierWatches.END) {
            endEarlier(claimed.claim().mentee(), credential.device());
        }
        return new Redemption.Paired(credential, claimed.claim().mentee());
    }

    /** The new watch is paired whatever becomes of this; the mentee's page shows one that is still there. */
    private void endEarlier(MenteeId mentee, DeviceId paired) {
        var replaced = PairingEnd.asked(PairingEnd.Reason.REPLACED, mentee.value());
        try {
            pairings.devicesOf(mentee).stream()
                    .filter(device -> !device.equals(paired))
                    .forEach(device -> pairings.unpair(device, replaced));
        } catch (RuntimeException fault) {
            log.warn("What device {} should replace is still paired; the mentee can unpair it", paired, fault);
        }
    }

    private CodeHash hash() {
        var known = hash;
        if (known == null) {
            known = codes.hash();
            hash = known;
        }
        return known;
    }
}
