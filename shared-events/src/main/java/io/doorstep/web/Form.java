package io.doorstep.web;

/**
 * 表单。 Mark of a record that a request body is read into. What may be missing is {@code @Nullable}; everything else is
 * required. Its components are text, numbers, booleans, enumerations, times, dates, UUIDs, forms, lists and maps of these.
 */
public interface Form {}
