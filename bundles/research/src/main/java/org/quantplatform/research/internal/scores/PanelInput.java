package org.quantplatform.research.internal.scores;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.FactorInput;

/** A group of a panel's assets as a factor sees them. */
final class PanelInput implements FactorInput {

    private final Panel panel;
    private final List<Instrument> instruments;
    private final int from;
    private final int to;
    private final Set<Field> declared;
    private final List<BitSet> members;

    /**
     * @param to exclusive
     * @param members days on which each of the panel's assets is a member; empty when all are always
     */
    PanelInput(Panel panel, List<Instrument> instruments, int from, int to, Set<Field> declared, List<BitSet> members) {
        this.panel = panel;
        this.instruments = instruments;
        this.from = from;
        this.to = to;
        this.declared = declared;
        this.members = members;
    }

    @Override
    public int assets() {
        return to - from;
    }

    @Override
    public int days() {
        return panel.days();
    }

    @Override
    public LocalDate date(int day) {
        return panel.date(day);
    }

    @Override
    public String ticker(int asset) {
        return panel.ticker(from + asset);
    }

    @Override
    public Optional<String> sector(int asset) {
        return Optional.ofNullable(instruments.get(from + asset).sector());
    }

    @Override
    public boolean isEligible(int asset, int day) {
        return members.isEmpty() || members.get(from + asset).get(day);
    }

    @Override
    public void read(int asset, Field field, double[] target) {
        if (!declared.contains(field)) {
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        System.arraycopy(panel.column(field), (from + asset) * panel.days(), target, 0, panel.days());
    }
}
