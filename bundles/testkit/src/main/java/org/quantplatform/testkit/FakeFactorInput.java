package org.quantplatform.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.FactorInput;

/** Serves a panel to a factor and refuses fields that were not declared, as the platform does. */
public final class FakeFactorInput implements FactorInput {

    private final Panel panel;
    private final Set<Field> declared;
    private final Set<Field> undeclared = new TreeSet<>();

    public FakeFactorInput(Panel panel, Set<Field> declared) {
        this.panel = panel;
        this.declared = Set.copyOf(declared);
    }

    /** One asset with these closes on consecutive days from 2020-01-01; NaN for a missing one. */
    public static FakeFactorInput ofCloses(double... closes) {
        int[] days = new int[closes.length];
        for (int day = 0; day < days.length; day++) {
            days[day] = Math.toIntExact(LocalDate.of(2020, 1, 1).toEpochDay()) + day;
        }
        Panel panel = new Panel(Market.US, days, List.of("A"), Map.of(Field.CLOSE, closes.clone()));
        return new FakeFactorInput(panel, Set.of(Field.CLOSE));
    }

    /** One asset on one day with these values by name of field. */
    public static FakeFactorInput ofDay(Map<String, Double> values) {
        Map<Field, double[]> columns = new TreeMap<>();
        values.forEach((name, value) -> columns.put(Field.of(name), new double[] {value}));
        int day = Math.toIntExact(LocalDate.of(2020, 1, 1).toEpochDay());
        Panel panel = new Panel(Market.US, new int[] {day}, List.of("A"), columns);
        return new FakeFactorInput(panel, columns.keySet());
    }

    /** Fields that were asked for without being declared. */
    public synchronized Set<Field> undeclared() {
        return Set.copyOf(undeclared);
    }

    @Override
    public int assets() {
        return panel.assets();
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
        return panel.ticker(asset);
    }

    /** One of four made-up sectors; every fifth asset has none. */
    @Override
    public Optional<String> sector(int asset) {
        return asset % 5 == 4 ? Optional.empty() : Optional.of("Sector " + asset % 5);
    }

    @Override
    public void read(int asset, Field field, double[] target) {
        if (!declared.contains(field)) {
            note(field);
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        System.arraycopy(panel.column(field), asset * panel.days(), target, 0, panel.days());
    }

    private synchronized void note(Field field) {
        undeclared.add(field);
    }
}
