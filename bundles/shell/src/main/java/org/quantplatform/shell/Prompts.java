package org.quantplatform.shell;

import java.util.Optional;

/** Asks the person at the keyboard; empty when the input has ended or there is nobody. */
public interface Prompts {

    Optional<String> line(String prompt);

    /** What is typed is not shown. */
    Optional<String> secret(String prompt);
}
