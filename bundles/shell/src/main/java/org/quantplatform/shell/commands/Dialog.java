package org.quantplatform.shell.commands;

import org.quantplatform.shell.Prompts;
import org.quantplatform.shell.input.BadInput;

/** Questions that need an answer. */
final class Dialog {

    private final Prompts prompts;

    Dialog(Prompts prompts) {
        this.prompts = prompts;
    }

    /** @param otherwise when nothing was typed */
    String line(String prompt, String otherwise) {
        return prompts.line(prompt)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    String secret(String prompt) {
        return prompts.secret(prompt)
                .orElseThrow(() -> new BadInput("nobody is there to answer '" + prompt.strip()
                        + "'; run this on a terminal, or give the answers on standard input, one a line"));
    }

    /** Asked twice. */
    String newPassword(String prompt) {
        String password = secret(prompt);
        if (!secret("Confirm password: ").equals(password)) {
            throw new BadInput("the two passwords differ");
        }
        return password;
    }
}
