/** Forms for strategies and plug-in parameters; start from {@link org.quantplatform.webconsole.internal.form.StrategyForm}. */
@NullMarked
package org.quantplatform.webconsole.internal.form;

import org.jspecify.annotations.NullMarked;
