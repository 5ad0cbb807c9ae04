package org.quantplatform.catalog.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.FactorInput;

/** Shows a factor some assets of a panel and remembers whether it asked for more than it declared. */
final class ProbeInput implements FactorInput {

    private final Panel panel;
    private final Set<Field> declared;
    private final int[] assets;
    private final Runnable afterRead;
    private volatile String undeclared = "";

    private ProbeInput(Panel panel, Set<Field> declared, int[] assets, Runnable afterRead) {
        this.panel = panel;
        this.declared = declared;
        this.assets = assets;
        this.afterRead = afterRead;
    }

    static ProbeInput of(Panel panel, Set<Field> declared) {
        int[] all = new int[panel.assets()];
        Arrays.setAll(all, asset -> asset);
        return new ProbeInput(panel, declared, all, () -> {});
    }

    ProbeInput only(int... some) {
        return new ProbeInput(panel, declared, some, afterRead);
    }

    /** Calls back each time that the factor got a history, while it still works on it. */
    ProbeInput afterRead(Runnable callback) {
        return new ProbeInput(panel, declared, assets, callback);
    }

    /** Name of a field that was asked for without having been declared; empty for none. */
    String undeclared() {
        return undeclared;
    }

    @Override
    public int assets() {
        return assets.length;
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
        return panel.ticker(assets[asset]);
    }

    @Override
    public Optional<String> sector(int asset) {
        return assets[asset] % 4 == 3 ? Optional.empty() : Optional.of("Sector " + assets[asset] % 4);
    }

    @Override
    public void read(int asset, Field field, double[] target) {
        if (!declared.contains(field)) {
            undeclared = field.name();
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        System.arraycopy(panel.column(field), assets[asset] * panel.days(), target, 0, panel.days());
        afterRead.run();
    }
}
