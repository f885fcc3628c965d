"""Which zones people mean by the cities they name and the languages they speak: tables, to be extended by anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PLACES: Final[Mapping[str, str]] = {
    "Africa/Cairo": "Alexandria, الإسكندرية",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria",
    "Africa/Lagos": "Abuja",
    "America/Argentina/Buenos_Aires": "Rosario",
    "America/Bogota": "Medellin, Cali",
    "America/Chicago": "Houston, Dallas, Austin",
    "America/Guayaquil": "Quito",
    "America/La_Paz": "Santa Cruz de la Sierra",
    "America/Los_Angeles": "San Francisco, San Diego, San Jose, Seattle, Portland, Las Vegas",
    "America/Mexico_City": "Guadalajara, Puebla, CDMX",
    "America/New_York": "Boston, Washington, Miami, Atlanta, Philadelphia",
    "America/Sao_Paulo": "Rio de Janeiro, Brasília, Belo Horizonte, Curitiba, Porto Alegre, Florianópolis",
    "America/Toronto": "Montreal, Ottawa",
    "Asia/Dubai": "Abu Dhabi, أبوظبي",
    "Asia/Ho_Chi_Minh": "Ho Chi Minh City, Saigon, Hanoi, Hà Nội, Da Nang, Đà Nẵng, Sài Gòn",
    "Asia/Jakarta": "Bandung, Surabaya, Yogyakarta, Medan",
    "Asia/Jerusalem": "Tel Aviv, Haifa",
    "Asia/Karachi": "Islamabad, Lahore",
    "Asia/Kolkata": "Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Hyderabad, Chennai, Pune, Calcutta",
    "Asia/Makassar": "Denpasar, Bali",
    "Asia/Riyadh": "Jeddah, Mecca, Medina, جدة, مكة",
    "Asia/Shanghai": "Beijing, Peking, Shenzhen, Guangzhou, Hangzhou, Chengdu, 北京, 深圳, 广州, 杭州, 成都",
    "Asia/Tehran": "Mashhad, Isfahan, Shiraz, Tabriz, مشهد, اصفهان, شیراز, تبریز",
    "Asia/Tokyo": "Osaka, Kyoto, Nagoya, 大阪",
    "Australia/Sydney": "Canberra",
    "Europe/Berlin": "Munich, München, Hamburg, Frankfurt, Cologne, Köln, Stuttgart, Düsseldorf, Leipzig",
    "Europe/Istanbul": "Ankara, Izmir, Bursa, Antalya",
    "Europe/Kyiv": "Kiev, Kharkiv, Odesa, Lviv, Dnipro",
    "Europe/Lisbon": "Porto",
    "Europe/London": "Manchester, Birmingham, Edinburgh, Glasgow",
    "Europe/Madrid": "Barcelona, Valencia, Sevilla",
    "Europe/Moscow": "Saint Petersburg, St. Petersburg, Kazan, Sochi, Nizhny Novgorod, Санкт-Петербург, Казань, Сочи",
    "Europe/Paris": "Lyon, Marseille, Toulouse, Nice",
    "Europe/Rome": "Milan, Milano, Naples, Turin, Florence",
    "Europe/Warsaw": "Krakow, Gdansk, Wroclaw",
    "Europe/Zurich": "Geneva, Genève, Genf, Bern, Basel",
}
"""Well-known cities after which no zone is called."""

LIKELY: Final[Mapping[str, str]] = {
    "ar": "Asia/Riyadh Africa/Cairo Asia/Dubai Asia/Baghdad Africa/Casablanca Africa/Algiers",
    "de": "Europe/Berlin Europe/Vienna Europe/Zurich Europe/Luxembourg",
    "en": "America/New_York Europe/London America/Los_Angeles Asia/Kolkata America/Chicago Australia/Sydney",
    "es": "Europe/Madrid America/Mexico_City America/Bogota America/Argentina/Buenos_Aires America/Lima",
    "fa": "Asia/Tehran Asia/Kabul Asia/Dubai Europe/Istanbul Europe/Berlin",
    "fr": "Europe/Paris Europe/Brussels Europe/Zurich America/Toronto Africa/Casablanca Africa/Abidjan",
    "hi": "Asia/Kolkata Asia/Dubai Europe/London America/New_York",
    "id": "Asia/Jakarta Asia/Makassar Asia/Jayapura Asia/Singapore",
    "it": "Europe/Rome Europe/Zurich Europe/London Europe/Berlin",
    "ja": "Asia/Tokyo Asia/Singapore America/Los_Angeles Europe/London",
    "ko": "Asia/Seoul Asia/Tokyo America/Los_Angeles America/New_York",
    "nl": "Europe/Amsterdam Europe/Brussels America/Curacao America/Paramaribo",
    "pl": "Europe/Warsaw Europe/London Europe/Berlin Europe/Dublin",
    "pt": "America/Sao_Paulo Europe/Lisbon America/Manaus Africa/Luanda Africa/Maputo",
    "pt-br": "America/Sao_Paulo America/Fortaleza America/Manaus America/Cuiaba",
    "ru": "Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Almaty Europe/Minsk Asia/Vladivostok",
    "tr": "Europe/Istanbul Europe/Berlin Asia/Nicosia Asia/Baku",
    "uk": "Europe/Kyiv Europe/Warsaw Europe/Berlin Europe/Prague",
    "uz": "Asia/Tashkent Asia/Samarkand Europe/Moscow Europe/Istanbul",
    "vi": "Asia/Ho_Chi_Minh Asia/Tokyo America/Los_Angeles Australia/Sydney",
    "zh": "Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Kuala_Lumpur",
    "zh-hant": "Asia/Taipei Asia/Hong_Kong Asia/Macau Asia/Shanghai Asia/Singapore",
}
"""Where people of a language live, most of them first; a tag with a script or a region where that changes it."""

ANYWHERE: Final = "Europe/London Europe/Berlin America/New_York Asia/Kolkata Asia/Singapore UTC"
"""Zones all over the world, for those of whom nothing is known."""

REGIONS: Final[Mapping[str, str]] = {
    "ae": "Asia/Dubai",
    "ar": "America/Argentina/Buenos_Aires",
    "at": "Europe/Vienna",
    "au": "Australia/Sydney",
    "be": "Europe/Brussels",
    "ca": "America/Toronto",
    "ch": "Europe/Zurich",
    "cl": "America/Santiago",
    "cn": "Asia/Shanghai",
    "co": "America/Bogota",
    "eg": "Africa/Cairo",
    "gb": "Europe/London",
    "hk": "Asia/Hong_Kong",
    "ie": "Europe/Dublin",
    "in": "Asia/Kolkata",
    "mx": "America/Mexico_City",
    "nz": "Pacific/Auckland",
    "pe": "America/Lima",
    "pt": "Europe/Lisbon",
    "sg": "Asia/Singapore",
    "tw": "Asia/Taipei",
    "us": "America/New_York",
    "za": "Africa/Johannesburg",
}
"""The greatest zone of a country that shares its language with others."""
