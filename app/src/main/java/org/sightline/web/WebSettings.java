package org.sightline.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts every module's interceptors in front of every page, and the static files under `/static/`
/// ([StaticFiles]).
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

  private final List<HandlerInterceptor> interceptors;

  WebSettings(ObjectProvider<HandlerInterceptor> interceptors) {
    this.interceptors = interceptors.orderedStream().toList();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    interceptors.forEach(registry::addInterceptor);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(StaticFiles.folder() + "**", "/static/**")
        .addResourceLocations("classpath:/static/");
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .resourceChain(true)
        .addResolver(new LibraryFiles());
  }
}
