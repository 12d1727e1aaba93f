package org.handrail.alerts.store;

import java.util.function.Supplier;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that holds the mentee's lock, in whichever process. What is read after the lock was taken is still true when
 * it is written. Joins a transaction that is open already.
 */
@Component
class LockedPerMentee implements PerMentee {

    /** Keeps these locks apart from others that hash a mentee. */
    private static final int ALERTS = 4207;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    LockedPerMentee(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
    }

    @Override
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
}
