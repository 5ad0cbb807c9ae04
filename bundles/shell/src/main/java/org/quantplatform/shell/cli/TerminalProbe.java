package org.quantplatform.shell.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quantplatform.shell.Host.Screens;

/**
 * Finds out whether there is a terminal and how wide it is. The launcher, which can ask for each stream, tells by the
 * system properties {@code quant.tty} (output), {@code quant.tty.err} and {@code quant.columns}.
 */
final class TerminalProbe {

    private static final int USUAL = 80;

    private TerminalProbe() {}

    static Screens screens(Map<String, String> environment) {
        boolean console = System.console() != null;
        boolean out = told("quant.tty", console);
        boolean err = told("quant.tty.err", console);
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || dumb;
        return new Screens(out, err && !dumb, out && !plain, out ? width(environment) : 0);
    }

    private static boolean told(String property, boolean otherwise) {
        String value = System.getProperty(property);
        return value == null || value.isEmpty() ? otherwise : Boolean.parseBoolean(value);
    }

    private static int width(Map<String, String> environment) {
        int told = number(System.getProperty("quant.columns", environment.getOrDefault("COLUMNS", "")));
        int width = told > 0 ? told : asked();
        return width > 0 ? Math.max(40, width) : USUAL;
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
            if (!ended) {
                stty.destroyForcibly();
                return 0;
            }
            String[] size = new String(stty.getInputStream().readNBytes(100), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            return size.length == 2 ? number(size[1]) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        return text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : 0;
    }
}
