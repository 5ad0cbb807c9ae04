package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quantplatform.faces.fixtures.MemoryShares;

class ShareCommandsTest {

    private final Run run = new Run();

    @Test
    void makesALink() {
        assertThat(run.of("backtest", "share", "bt_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("http://127.0.0.1:8000/api/v1/shared/" + MemoryShares.TOKEN + "\n");
        assertThat(run.err).contains("quant share revoke 1 takes it back");
        assertThat(run.of("share", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("bt_1").doesNotContain(MemoryShares.TOKEN);
        assertThat(run.of("share", "revoke", "1")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("share", "revoke", "1")).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void sharesWithUsers() {
        assertThat(run.of("backtest", "share", "bt_1", "--user", "bob")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("shared backtest bt_1 with bob\n");
        assertThat(run.of("strategy", "share", "value", "--user", "bob", "--days", "3"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("shared strategy value with bob\n");
        assertThat(run.of("strategy", "share", "value")).isEqualTo(ExitCode.USAGE);
        assertThat(run.of("strategy", "share", "value", "--user", "nobody")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.of("share", "received")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("ann:value");
    }
}
