/**
 * The pages; start from {@link org.quantplatform.webconsole.internal.view.BacktestPage}. Ids that browser tests may rely
 * on are listed in the README of the module.
 */
@NullMarked
package org.quantplatform.webconsole.internal.view;

import org.jspecify.annotations.NullMarked;
