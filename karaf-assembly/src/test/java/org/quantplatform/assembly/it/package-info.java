/** Tests of the built distribution while it runs; start from {@link QuantServer}, which gives a test a server to talk to. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.assembly.it;
