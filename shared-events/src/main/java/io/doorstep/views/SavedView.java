package io.doorstep.views;

/**
 * 常用视图。 A list with its filters, under the name that its owner gave it.
 *
 * @param list problems, assignments or closeouts
 * @param query the filters as they stand behind the question mark of the page's address, not encoded
 */
public record SavedView(String list, String name, String query) {}
