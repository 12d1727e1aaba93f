package org.handrail.alerts.store;

import java.util.function.Supplier;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles one mentee's affairs one after the other, in whichever process: a transaction that holds the mentee's lock. What
 * is read after the lock was taken is still true when it is written. Joins a transaction that is open already.
 */
@Component
public class PerMentee {

    /** Keeps these locks apart from others that hash a mentee. */
    private static final int ALERTS = 4207;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    PerMentee(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
    }

    public <T> T settle(MenteeId mentee, Supplier<T> affairs) {
        T settled = transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:mentee, :alerts))")
                    .param("mentee", mentee.toString())
                    .param("alerts", ALERTS)
                    .query(row -> {});
            return affairs.get();
        });
        if (settled == null) {
            throw new IllegalStateException("Affairs are settled with a result");
        }
        return settled;
    }

    public void settle(MenteeId mentee, Runnable affairs) {
        settle(mentee, () -> {
            affairs.run();
            return true;
        });
    }
}
