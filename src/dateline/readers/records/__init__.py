"""Records of scrapers and news agencies, JSON and XML."""
