package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditCommandsTest {

    private final Run run = new Run();

    @Test
    void searches() {
        assertThat(run.of("audit", "list", "--csv", "--status", "denied")).isEqualTo(ExitCode.DONE);
        assertThat(run.out)
                .isEqualTo("timestamp,username,action,resource,status,address,count\n"
                        + "2026-01-02T12:01:00Z,,session.open,,denied,10.0.0.1,17\n");
        assertThat(run.of(
                        "audit",
                        "list",
                        "--csv",
                        "--from",
                        "2026-01-02T12:00:00Z",
                        "--to",
                        "2026-01-03",
                        "--user",
                        "local"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("bt_1").doesNotContain("mine");
        assertThat(run.of("audit", "list", "--from", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("--from must be a day");
    }

    @Test
    void verifies() {
        assertThat(run.of("audit", "verify")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("3 records are intact, from 1 to 3\nanchor 3:" + "cd".repeat(32) + "\n");

        assertThat(run.of("audit", "verify", "--anchor", "2:bad")).isEqualTo(ExitCode.FAILED);
        assertThat(run.out).startsWith("BROKEN at record 2: was changed\n1 records are intact");
        assertThat(run.of("audit", "verify", "--anchor", "wrong")).isEqualTo(ExitCode.REFUSED);
    }
}
