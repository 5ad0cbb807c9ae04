package org.quantplatform.shell.commands;

import org.quantplatform.api.statistics.Basis;
import picocli.CommandLine.Option;

/** What statistics are annualised with. */
final class BasisOptions {

    @Option(names = "--periods", paramLabel = "N", defaultValue = "252", description = "Periods in a year")
    private double periods;

    @Option(names = "--risk-free", paramLabel = "RATE", defaultValue = "0", description = "Risk-free return per year")
    private double riskFree;

    Basis basis() {
        return new Basis(periods, riskFree);
    }
}
