package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Every statistic by group, each with its formula. */
final class FiguresCard extends Div {

    FiguresCard(RunStatistics statistics, String id, String currency) {
        addClassName("card");
        setId("figures");
        Map<String, Double> values = statistics.metrics(id, Basis.DAILY).metrics();
        Map<String, List<StatisticInfo>> groups = new LinkedHashMap<>();
        for (StatisticInfo info : statistics.catalogue()) {
            if (values.containsKey(info.id())) {
                groups.computeIfAbsent(info.group(), name -> new ArrayList<>()).add(info);
            }
        }
        add(new H2("Every figure"));
        groups.forEach((name, infos) -> add(group(name, infos, values, currency)));
    }

    private static NativeDetails group(
            String name, List<StatisticInfo> infos, Map<String, Double> values, String currency) {
        DescriptionList list = new DescriptionList();
        list.addClassName("figures");
        for (StatisticInfo info : infos) {
            DescriptionList.Term term = new DescriptionList.Term(info.title());
            term.setTitle((info.formula() + ". " + info.convention()).strip());
            DescriptionList.Description figure =
                    new DescriptionList.Description(written(values.get(info.id()), info.unit(), currency));
            figure.addClassName("number");
            list.add(term, figure);
        }
        String title = name.replace('_', ' ');
        NativeDetails details = new NativeDetails(
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + " (" + infos.size() + ")");
        details.setContent(list);
        return details;
    }

    private static String written(double value, String unit, String currency) {
        return switch (unit) {
            case "fraction" -> Figures.percent(value);
            case "money" -> Figures.money(value, currency);
            default -> Figures.plain(value);
        };
    }
}
