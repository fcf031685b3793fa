package io.doorstep.identity.oidc;

/**
 * 认定结果。 Whose account the provider's answer opens.
 *
 * @param twofold whether the provider says that two factors were shown, in a way that the office takes
 */
public record Who(String account, boolean twofold) {}
