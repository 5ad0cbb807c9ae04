package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginInfo.Status;
import org.quantplatform.catalog.internal.Entry.Verdict;
import org.quantplatform.model.PluginKind;

class RosterTest {

    private final Roster roster = new Roster();

    @Test
    void offersHighestVersionWhateverComesFirst() {
        Entry newer = admitted("momentum", "1.10.0", 1);
        Entry older = admitted("momentum", "1.9.0", 2);
        assertThat(roster.offered(PluginKind.FACTOR, "momentum")).contains(newer);
        PluginInfo waiting = roster.describe(older);
        assertThat(waiting.status()).isEqualTo(Status.QUARANTINED);
        assertThat(waiting.reason()).isEqualTo("waits: version 1.10.0 of org.example.b1 serves this id");
    }

    @Test
    void offersFirstInstalledOfEqualVersions() {
        admitted("momentum", "1.0.0", 9);
        Entry first = admitted("momentum", "1.0.0", 4);
        assertThat(roster.offered(PluginKind.FACTOR, "momentum")).contains(first);
    }

    @Test
    void nextTakesThePlaceOfOneThatLeft() {
        Entry older = admitted("momentum", "1.0.0", 1);
        Entry newer = admitted("momentum", "2.0.0", 2);
        roster.remove(newer);
        assertThat(roster.offered(PluginKind.FACTOR, "momentum")).contains(older);
        assertThat(roster.describe(older).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void newerOneThatIsQuarantinedDisplacesNothing() {
        Entry older = admitted("momentum", "1.0.0", 1);
        Entry newer = entry("momentum", "2.0.0", 2);
        roster.judge(newer, new Verdict.Quarantined("looks ahead", "ab"));
        assertThat(roster.offered(PluginKind.FACTOR, "momentum")).contains(older);
        assertThat(roster.describe(newer).reason()).isEqualTo("looks ahead");
        assertThat(roster.describe(newer).bundle().sha256()).isEqualTo("ab");
    }

    @Test
    void sameIdInAnotherKindIsAnotherPlugin() {
        admitted("momentum", "1.0.0", 1);
        assertThat(roster.offered(PluginKind.STRATEGY, "momentum")).isEmpty();
    }

    @Test
    void listsInOrderOfId() {
        Entry b = admitted("b", "1.0.0", 1);
        Entry a = admitted("a", "1.0.0", 2);
        Entry newerB = admitted("b", "2.0.0", 3);
        assertThat(roster.all()).containsExactly(a, newerB, b);
    }

    @Test
    void waitsForOneThatIsBeingProbed() throws Exception {
        Entry entry = entry("momentum", "1.0.0", 1);
        Thread judge = new Thread(() -> roster.judge(entry, new Verdict.Admitted("", Optional.empty(), "")));
        judge.start();
        roster.awaitProbation(PluginKind.FACTOR, "momentum", Duration.ofSeconds(30));
        assertThat(roster.offered(PluginKind.FACTOR, "momentum")).contains(entry);
        judge.join();
    }

    @Test
    void doesNotWaitForWhatIsNotThere() throws Exception {
        roster.awaitProbation(PluginKind.FACTOR, "momentum", Duration.ofDays(1));
        assertThat(roster.all()).isEmpty();
    }

    private Entry admitted(String id, String version, long bundle) {
        Entry entry = entry(id, version, bundle);
        roster.judge(entry, new Verdict.Admitted("plugin", Optional.empty(), "ab"));
        return entry;
    }

    private Entry entry(String id, String version, long bundle) {
        Entry.Origin origin = new Entry.Origin("org.example.b" + bundle, Version.parseVersion(version), bundle);
        PluginProperties properties = new PluginProperties(id, id, List.of(), null);
        Entry entry = new Entry(PluginKind.FACTOR, properties, origin, new NoArrival(), Instant.EPOCH);
        roster.add(entry);
        return entry;
    }

    private static final class NoArrival implements Arrival {

        @Override
        public InputStream jar() {
            return InputStream.nullInputStream();
        }

        @Override
        public void loadClasses() {}

        @Override
        public Object plugin() {
            return "plugin";
        }
    }
}
