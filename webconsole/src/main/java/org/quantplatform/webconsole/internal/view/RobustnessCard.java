package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.webconsole.internal.platform.Figures;

/** How much of the best trial luck explains. */
final class RobustnessCard extends Div {

    private final DescriptionList facts = new DescriptionList();

    RobustnessCard(Robustness found) {
        addClassName("card");
        setId("robustness");
        facts.addClassName("figures");
        fact("Sharpe ratio judged", Figures.ratio(found.sharpeRatio()), "Annualised, of the best trial");
        fact("Trials of this search", Figures.count(found.trials()), "Those that ran through");
        fact("Trials counted", Figures.count(found.countedTrials()), "Every run on these instruments so far");
        fact(
                "Effective trials",
                Figures.plain(found.effectiveTrials()),
                "Independent trials that the correlated ones stand for");
        fact(
                "Expected maximum",
                Figures.ratio(found.expectedMaximumSharpe()),
                "Sharpe ratio of the best of as many without skill");
        fact(
                "Above zero",
                Figures.percent(found.probabilisticSharpeRatio()),
                "Probability that the true ratio is above 0");
        fact(
                "Deflated Sharpe",
                Figures.percent(found.deflatedSharpeRatio()),
                "Probability that it is above the expected maximum");
        fact("Overfit probability", Figures.percent(found.overfitProbability()), "By symmetric cross-validation");
        fact(
                "Loss outside",
                Figures.percent(found.lossProbability()),
                "Probability that the chosen trial loses outside");
        add(Parts.bar(new H2("How much is luck")), facts);
    }

    private void fact(String term, String value, String meaning) {
        DescriptionList.Term title = new DescriptionList.Term(term);
        title.setTitle(meaning);
        DescriptionList.Description figure = new DescriptionList.Description(value);
        figure.addClassName("number");
        facts.add(title, figure);
    }
}
