/** Labels a dataset with an experiment's configuration and keeps the responses. */
@NullMarked
package org.code.aiproxy.rubrictester.experiment;

import org.jspecify.annotations.NullMarked;
