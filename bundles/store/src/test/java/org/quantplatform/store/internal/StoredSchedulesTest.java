package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.core.data.ScheduleStore.Due;
import org.quantplatform.core.data.ScheduleStore.Timing;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Database;

class StoredSchedulesTest {

    private static final Instant DUE = Instant.parse("2026-01-30T21:30:00Z");
    private static final Timing CRON = new Timing("30 21 * * *", "UTC", null);

    private Database database;
    private StoredSchedules schedules;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        schedules = new StoredSchedules(database);
        ann = TestDatabase.caller(database, "ann");
    }

    private String add() {
        return schedules.add(ann, "{\"market\": \"US\"}", CRON, DUE);
    }

    @Test
    void keepsThemWithTheirOutcome() {
        String id = add();
        Schedule fresh = schedules.get(id).orElseThrow();
        assertThat(fresh.owner()).isEqualTo("ann");
        assertThat(fresh.timing()).isEqualTo("30 21 * * *");
        assertThat(fresh.lastRun()).isNull();

        schedules.claim(DUE);
        schedules.done(id, DUE, DUE.plusSeconds(60), null, "no key");
        Schedule ran = schedules.list(PageRequest.FIRST).items().get(0);
        assertThat(ran.lastRun()).isEqualTo(DUE);
        assertThat(ran.nextRun()).isEqualTo(DUE.plusSeconds(60));
        assertThat(ran.lastError()).isEqualTo("no key");
        assertThat(ran.lastUpdate()).isNull();

        assertThat(schedules.remove(id)).isTrue();
        assertThat(schedules.remove(id)).isFalse();
        assertThat(schedules.makeDue(id, DUE)).isFalse();
    }

    @Test
    void handsOutWhatIsDueAndNothingElse() {
        String id = add();
        assertThat(schedules.claim(DUE.minusSeconds(1))).isEmpty();
        Due due = schedules.claim(DUE).orElseThrow();
        assertThat(due.id()).isEqualTo(id);
        assertThat(due.timing()).isEqualTo(CRON);
        assertThat(due.owner()).isNotNull();
        assertThat(due.owner().roles()).containsExactly(Role.USER);
        assertThat(schedules.claim(DUE.plusSeconds(59))).as("another has it").isEmpty();
        assertThat(schedules.claim(DUE.plusSeconds(61))).as("that one was lost").isPresent();
        schedules.done(id, DUE, DUE.plusSeconds(3600), null, null);
        assertThat(schedules.claim(DUE.plusSeconds(200))).isEmpty();
        schedules.makeDue(id, DUE.plusSeconds(200));
        assertThat(schedules.claim(DUE.plusSeconds(200))).isPresent();
    }

    @Test
    void givesNoOwnerWhoseAccountIsClosed() {
        add();
        database.write(session -> session.update("update users set is_active = false where username = 'ann'"));
        assertThat(schedules.claim(DUE).orElseThrow().owner()).isNull();
    }

    @Test
    void ofManyServersOneGetsEach() throws Exception {
        for (int i = 0; i < 5; i++) {
            add();
        }
        ExecutorService servers = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Due>> claim = () -> schedules.claim(DUE);
            List<Future<Optional<Due>>> all = servers.invokeAll(Collections.nCopies(24, claim));
            List<String> claimed = new ArrayList<>();
            for (Future<Optional<Due>> one : all) {
                one.get().ifPresent(due -> claimed.add(due.id()));
            }
            assertThat(claimed).doesNotHaveDuplicates();
            for (Optional<Due> due = schedules.claim(DUE); due.isPresent(); due = schedules.claim(DUE)) {
                claimed.add(due.get().id());
            }
            assertThat(claimed).hasSize(5).doesNotHaveDuplicates();
        } finally {
            servers.shutdownNow();
        }
    }
}
