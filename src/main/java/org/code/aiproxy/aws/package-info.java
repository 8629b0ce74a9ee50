/** The AWS account that Bedrock and S3 are used with. */
@NullMarked
package org.code.aiproxy.aws;

import org.jspecify.annotations.NullMarked;
