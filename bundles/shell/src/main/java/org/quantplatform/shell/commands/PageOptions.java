package org.quantplatform.shell.commands;

import org.quantplatform.api.PageRequest;
import org.quantplatform.shell.input.BadInput;
import picocli.CommandLine.Option;

/** Which part of a list. */
final class PageOptions {

    @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "Page, from 1")
    private int page;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Rows on a page, 1 to 1000")
    private int limit;

    PageRequest request() {
        try {
            return new PageRequest(page, limit);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--" + e.getMessage());
        }
    }
}
