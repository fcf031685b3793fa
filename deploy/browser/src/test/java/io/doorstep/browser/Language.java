package io.doorstep.browser;

/** 语言。 What the reader's browser asks for. */
enum Language {
    ZH("zh-CN"),
    EN("en-US");

    final String locale;

    Language(String locale) {
        this.locale = locale;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
