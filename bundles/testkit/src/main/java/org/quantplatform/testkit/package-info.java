/**
 * Contract tests and fixtures for authors of plug-ins; start from {@link org.quantplatform.testkit.FactorContract}. Belongs
 * on the class path of tests and is never installed.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
